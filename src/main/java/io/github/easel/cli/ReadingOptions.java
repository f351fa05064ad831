package io.github.easel.cli;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the prompts are read. */
final class ReadingOptions {

  @Option(names = "--clip-skip", paramLabel = "N", descriptionKey = "option.clip-skip")
  Optional<Integer> clipSkip = Optional.empty();

  @Option(
      names = "--emphasis",
      paramLabel = "original|no-norm|ignore|none",
      descriptionKey = "option.emphasis")
  Optional<Emphasis> emphasis = Optional.empty();

  @Option(
      names = "--syntax",
      paramLabel = "a1111|invoke|comfyui|plain",
      descriptionKey = "option.syntax")
  Optional<Syntax> syntax = Optional.empty();

  /**
   * The reading that was asked for.
   *
   * @param defaults stand in for what was not asked for
   * @throws io.github.easel.generation.RefusedValue if a value is out of range
   */
  PromptReading over(PromptReading defaults) {
    return new PromptReading(
        syntax.orElse(defaults.syntax()),
        emphasis.orElse(defaults.emphasis()),
        clipSkip.orElse(defaults.clipSkip()));
  }
}
