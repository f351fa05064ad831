package io.github.easel.cli;

import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Part;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Sampling;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code easel models}: what models there are and what they hold. */
@Command(name = "models", mixinStandardHelpOptions = true)
final class ModelsCommand {

  private static final double MEGABYTE = 1e6;

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  ModelsCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Command(name = "list", mixinStandardHelpOptions = true)
  int list() {
    return withServices(services -> services.models().list().forEach(this::print));
  }

  @Command(name = "inspect", mixinStandardHelpOptions = true)
  int inspect(@Parameters(paramLabel = "PATH", descriptionKey = "option.path") Path path) {
    Path folder = surroundings.folder().resolve(path);
    return withServices(services -> print(services.models().inspect(folder)));
  }

  private int withServices(Consumer<Services> question) {
    Streams streams = surroundings.streams();
    return new Failures(texts, messages)
        .guard(
            new TextReporter(streams, texts, messages, true),
            () -> {
              ServiceOptions any = new ServiceOptions(DeviceChoice.AUTO, Optional.empty());
              try (Services services = surroundings.open().apply(any)) {
                question.accept(services);
              }
            });
  }

  private void print(ModelSummary model) {
    Sampling sampling = model.sampling();
    print(model.name());
    print("  " + texts.of("model.folder", model.folder().toString()));
    print("  " + texts.of("model.size", model.size().toString()));
    print(
        "  "
            + texts.of(
                "model.defaults",
                sampling.sampler().label(),
                Integer.toString(sampling.steps()),
                Double.toString(sampling.guidanceScale())));
  }

  private void print(ModelReport report) {
    print(report.name());
    print("  " + texts.of("model.family", report.family()));
    print("  " + texts.of("model.prediction", report.prediction()));
    for (Part part : report.parts()) {
      String megabytes = String.format(Locale.ROOT, "%.1f", part.bytes() / MEGABYTE);
      print("  " + texts.of("model.part", part.name(), part.file().toString(), megabytes));
      part.inputs().forEach(input -> print("    " + texts.of("model.input", input)));
      part.outputs().forEach(output -> print("    " + texts.of("model.output", output)));
    }
  }

  private void print(String line) {
    surroundings.streams().result(line);
  }
}
