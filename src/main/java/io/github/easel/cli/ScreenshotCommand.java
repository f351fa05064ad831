package io.github.easel.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel screenshot}: pictures of the window in all its states, without a display. */
@Command(name = "screenshot", mixinStandardHelpOptions = true)
final class ScreenshotCommand implements Callable<Integer> {

  private static final double LEAST_SCALE = 1;
  private static final double MOST_SCALE = 4;

  private final Surroundings surroundings;
  private final Texts texts;

  @Parameters(paramLabel = "DIR", descriptionKey = "option.screenshots")
  private Path folder = Path.of("");

  @Option(names = "--scale", paramLabel = "FACTOR", descriptionKey = "option.scale")
  private double scale = 1;

  ScreenshotCommand(Surroundings surroundings, Texts texts) {
    this.surroundings = surroundings;
    this.texts = texts;
  }

  @Override
  public Integer call() {
    if (!(scale >= LEAST_SCALE && scale <= MOST_SCALE)) {
      throw new UsageException(texts.of("screenshot.scale"));
    }
    Path target = surroundings.folder().resolve(folder);
    surroundings.camera().takeAll(target, scale);
    surroundings.streams().tell(texts.of("screenshot.done", target.toString()));
    return ExitCode.DONE;
  }
}
