package io.github.easel.cli;

import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.DeviceChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel models}: what models there are and what they hold. */
@Command(name = "models", mixinStandardHelpOptions = true)
final class ModelsCommand {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  ModelsCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Command(name = "list", mixinStandardHelpOptions = true)
  int list(@Option(names = "--json", descriptionKey = "option.json") boolean json) {
    ModelPrinter printer = printer(json);
    return withServices(json, services -> services.models().list().forEach(printer::print));
  }

  @Command(name = "inspect", mixinStandardHelpOptions = true)
  int inspect(
      @Parameters(paramLabel = "PATH", descriptionKey = "option.path") Path path,
      @Option(names = "--json", descriptionKey = "option.json") boolean json) {
    Path folder = surroundings.folder().resolve(path);
    ModelPrinter printer = printer(json);
    return withServices(json, services -> printer.print(services.models().inspect(folder)));
  }

  private ModelPrinter printer(boolean json) {
    Streams streams = surroundings.streams();
    return json ? new JsonModelPrinter(streams) : new TextModelPrinter(streams, texts);
  }

  private int withServices(boolean json, Consumer<Services> question) {
    Streams streams = surroundings.streams();
    Reporter reporter =
        json
            ? new JsonReporter(streams, messages)
            : new TextReporter(streams, texts, messages, true);
    return new Failures(texts, messages)
        .guard(
            reporter,
            () -> {
              ServiceOptions any = new ServiceOptions(DeviceChoice.AUTO, Optional.empty());
              try (Services services = surroundings.open().apply(any)) {
                question.accept(services);
              }
            });
  }
}
