package io.github.easel.cli;

import io.github.easel.app.PictureReport;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel inspect}: how pictures say they were made. */
@Command(name = "inspect", mixinStandardHelpOptions = true, sortOptions = false)
final class InspectCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "option.files")
  List<Path> files = List.of();

  @Option(names = "--raw", descriptionKey = "option.raw")
  boolean raw;

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  InspectCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Streams streams = surroundings.streams();
    Inquiry inquiry = new Inquiry(surroundings, texts, messages, json);
    Reporter reporter = inquiry.reporter();
    ReportPrinter printer =
        json
            ? new JsonReportPrinter(streams, messages)
            : new TextReportPrinter(streams, texts, messages);
    Failures failures = new Failures(texts, messages);
    int code = ExitCode.DONE;
    try (Services services = inquiry.open(Optional.empty())) {
      for (Path file : files) {
        // A file that cannot be read keeps no other from being shown.
        int own = failures.guard(reporter, () -> inspect(services, file, printer));
        code = code == ExitCode.DONE ? own : code;
      }
    }
    return code;
  }

  private void inspect(Services services, Path name, ReportPrinter printer) {
    Path file = surroundings.folder().resolve(name);
    if (Files.isDirectory(file) && isModel(services, file)) {
      throw new UsageException(texts.of("inspect.model", name.toString()));
    }
    Map<String, String> found = raw ? services.settings().texts(file) : Map.of();
    Optional<PictureReport> report = services.settings().read(file, Optional.empty(), 0);
    printer.print(name, report, found);
  }

  private static boolean isModel(Services services, Path folder) {
    try {
      services.models().find(folder.toString());
      return true;
    } catch (GenerationException noModel) {
      return false;
    }
  }
}
