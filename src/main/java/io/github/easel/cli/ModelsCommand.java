package io.github.easel.cli;

import io.github.easel.app.AdapterService.AdapterSummary;
import io.github.easel.app.ModelService.Misplaced;
import io.github.easel.app.ModelService.Unusable;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.AdapterKind;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
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

  /** It and all that stands below it. */
  static CommandLine all(Surroundings surroundings, Texts texts, UserMessages messages) {
    return new CommandLine(new ModelsCommand(surroundings, texts, messages))
        .addSubcommand(new ModelsDownloadCommand(surroundings, texts, messages))
        .addSubcommand(new ModelsImportCommand(surroundings, texts, messages))
        .addSubcommand(new ModelsMergeCommand(surroundings, texts, messages))
        .addSubcommand(new ModelsProfileCommand(surroundings, texts, messages))
        .addSubcommand(new ModelsRemoveCommand(surroundings, texts, messages))
        .addSubcommand(new ModelsPrepareCommand(surroundings, texts, messages))
        .addSubcommand(new ModelsCatalogueCommand(surroundings, texts, messages))
        .addSubcommand(new ModelsTokenCommand(surroundings, texts, messages));
  }

  @Command(name = "list", mixinStandardHelpOptions = true)
  int list(@Option(names = "--json", descriptionKey = "option.json") boolean json) {
    ModelPrinter printer = printer(json);
    return inquiry(json)
        .ask(
            Optional.empty(),
            services -> {
              services.models().list().forEach(printer::print);
              services.models().unusable().forEach(this::tell);
              services.models().misplaced().forEach(this::tell);
              for (AdapterKind kind : AdapterKind.values()) {
                services.adapters().list(kind).forEach(adapter -> list(adapter, printer));
              }
            });
  }

  @Command(name = "inspect", mixinStandardHelpOptions = true)
  int inspect(
      @Parameters(paramLabel = "PATH", descriptionKey = "option.path") Path path,
      @Option(names = "--config", paramLabel = "DIR", descriptionKey = "option.config")
          Optional<Path> config,
      @Option(names = "--json", descriptionKey = "option.json") boolean json) {
    Path model = surroundings.folder().resolve(path);
    Optional<Path> configs = config.map(surroundings.folder()::resolve);
    ModelPrinter printer = printer(json);
    return inquiry(json)
        .ask(
            Optional.empty(),
            services ->
                services
                    .models()
                    .inspectFile(model)
                    .ifPresentOrElse(
                        printer::print,
                        () -> printer.print(services.models().inspect(model, configs))));
  }

  private void list(AdapterSummary adapter, ModelPrinter printer) {
    adapter
        .refusal()
        .ifPresentOrElse(
            reason -> surroundings.streams().tell(messages.of(reason)),
            () -> printer.print(adapter));
  }

  private void tell(Misplaced file) {
    surroundings
        .streams()
        .tell(Printable.of(texts.of("models.misplaced", file.file().toString(), file.what())));
  }

  private void tell(Unusable model) {
    surroundings.streams().tell(messages.of(model.reason()));
  }

  private ModelPrinter printer(boolean json) {
    Streams streams = surroundings.streams();
    return json ? new JsonModelPrinter(streams) : new TextModelPrinter(streams, texts);
  }

  private Inquiry inquiry(boolean json) {
    return new Inquiry(surroundings, texts, messages, json);
  }
}
