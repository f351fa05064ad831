package io.github.easel.cli;

import io.github.easel.app.FileTypes;
import io.github.easel.app.UserMessages;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code easel desktop}: lets project files be opened by a double click, or no longer. */
@Command(name = "desktop", mixinStandardHelpOptions = true)
final class DesktopCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @ArgGroup(multiplicity = "1")
  private Way way = new Way();

  /** One of the two. */
  static final class Way {
    @Option(names = "--install", required = true, descriptionKey = "option.desktop.install")
    private boolean install;

    @Option(names = "--remove", required = true, descriptionKey = "option.desktop.remove")
    private boolean remove;
  }

  DesktopCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    boolean[] done = {false};
    int code =
        new Inquiry(surroundings, texts, messages, false)
            .ask(
                Optional.empty(),
                services -> {
                  FileTypes types = services.fileTypes();
                  FileTypes.Report report = way.remove ? types.remove() : types.install();
                  done[0] = report.outcome() == FileTypes.Outcome.DONE;
                  tell(report);
                });
    return code == ExitCode.DONE && !done[0] ? ExitCode.FAILED : code;
  }

  private void tell(FileTypes.Report report) {
    Streams streams = surroundings.streams();
    report.files().forEach(file -> streams.result(file.toString()));
    String key = report.outcome().name().toLowerCase(Locale.ROOT);
    streams.tell(
        texts.of(
            report.outcome() == FileTypes.Outcome.DONE
                ? "desktop." + (way.install ? "installed" : "removed")
                : "desktop." + key));
  }
}
