package io.github.easel.cli;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import picocli.CommandLine.Option;

/** How the prompts are read. */
final class ReadingOptions {

  @Option(names = "--clip-skip", paramLabel = "N", descriptionKey = "option.clip-skip")
  int clipSkip = 1;

  @Option(
      names = "--emphasis",
      paramLabel = "original|no-norm|ignore",
      descriptionKey = "option.emphasis")
  Emphasis emphasis = Emphasis.ORIGINAL;

  @Option(names = "--syntax", paramLabel = "a1111|invoke|plain", descriptionKey = "option.syntax")
  Syntax syntax = Syntax.A1111;

  /**
   * The reading that was asked for.
   *
   * @throws IllegalArgumentException with a sentence for the user if a value is out of range
   */
  PromptReading reading() {
    return new PromptReading(syntax, emphasis, clipSkip);
  }
}
