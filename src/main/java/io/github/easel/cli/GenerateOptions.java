package io.github.easel.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the user typed behind {@code easel generate}. */
final class GenerateOptions extends PictureOptions {

  @Option(names = "--count", paramLabel = "N", descriptionKey = "option.count")
  int count = 1;

  @Option(names = "--output", paramLabel = "FILE.png|DIR", descriptionKey = "option.output")
  Optional<String> output = Optional.empty();

  @Option(
      names = "--dump-latents",
      paramLabel = "FILE.safetensors",
      descriptionKey = "option.dump-latents")
  Optional<Path> dumpLatents = Optional.empty();
}
