package io.github.easel.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What decides a picture, as the user typed it. */
class PictureOptions extends DrawingOptions {

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROMPT", descriptionKey = "option.prompt")
  Optional<String> prompt = Optional.empty();

  @Option(names = "--from", paramLabel = "FILE", descriptionKey = "option.from")
  Optional<Path> from = Optional.empty();

  @Mixin SourceOptions source = new SourceOptions();

  /** Whether words and settings are those of the picture to begin with. */
  boolean ownWords() {
    return false;
  }
}
