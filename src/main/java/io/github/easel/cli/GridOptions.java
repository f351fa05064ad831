package io.github.easel.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the user typed behind {@code easel grid}. */
final class GridOptions extends PictureOptions {

  @Option(names = "--x", paramLabel = "FIELD=VALUES", descriptionKey = "option.x")
  Optional<String> x = Optional.empty();

  @Option(names = "--y", paramLabel = "FIELD=VALUES", descriptionKey = "option.y")
  Optional<String> y = Optional.empty();

  @Option(names = "--z", paramLabel = "FIELD=VALUES", descriptionKey = "option.z")
  Optional<String> z = Optional.empty();

  @Option(names = "--output", paramLabel = "FILE.png|DIR", descriptionKey = "option.grid-output")
  Optional<String> output = Optional.empty();

  @Option(names = "--cells", paramLabel = "DIR", descriptionKey = "option.cells")
  Optional<Path> cells = Optional.empty();
}
