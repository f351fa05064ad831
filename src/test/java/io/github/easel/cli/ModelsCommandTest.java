package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Unusable;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

  private final CommandLineHarness cli;

  ModelsCommandTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void listsOneObjectALine() {
    assertThat(cli.run("models", "list", "--json")).isZero();

    assertThat(cli.err()).isEmpty();
    assertThat(cli.events())
        .extracting(event -> event.get("event").textValue(), event -> event.get("name").textValue())
        .containsExactly(tuple("model", "starter"), tuple("model", "other"));
    JsonNode starter = cli.events().get(0);
    assertThat(starter.get("folder").textValue())
        .isEqualTo(Path.of("models", "starter").toString());
    assertThat(starter.get("size").textValue()).isEqualTo("64x64");
    assertThat(starter.get("sampler").textValue()).isEqualTo("DDIM");
    assertThat(starter.get("steps").intValue()).isEqualTo(4);
    assertThat(starter.get("guidance").doubleValue()).isEqualTo(7.5);
    assertThat(cli.services.closed).isTrue();
  }

  @Test
  void namesInAnyScriptAreAsciiAndComeBackWhole() {
    cli.services.models =
        List.of(
            new ModelSummary(
                "ვაშლი",
                Path.of("models", "apple"),
                new ImageSize(64, 64),
                new Sampling(SamplerKind.DDIM, 4, 7.5)));

    cli.run("models", "list", "--json");

    assertThat(cli.out()).matches("[ -~]+\n");
    assertThat(cli.events().get(0).get("name").textValue()).isEqualTo("ვაშლი");
  }

  @Test
  void tellsWhichModelsCannotBeUsedBesideTheList() {
    Path folder = Path.of("models", "dream");
    Path file = folder.resolve("unet").resolve("model.onnx");
    cli.services.unusable =
        List.of(new Unusable("dream", folder, GenerationException.missing(file, "dream")));

    assertThat(cli.run("models", "list", "--json")).isZero();

    assertThat(cli.events()).hasSize(2);
    assertThat(cli.err()).contains(file.toString()).contains("missing");
  }

  @Test
  void noModelsAreNoLines() {
    cli.services.models = List.of();

    assertThat(cli.run("models", "list", "--json")).isZero();

    assertThat(cli.out() + cli.err()).isEmpty();
  }

  @Test
  void inspectsIntoOneObject() {
    assertThat(cli.run("models", "inspect", "--json", "m")).isZero();

    assertThat(cli.events()).hasSize(1);
    JsonNode report = cli.events().get(0);
    assertThat(report.get("event").textValue()).isEqualTo("report");
    assertThat(report.get("name").textValue()).isEqualTo("m");
    assertThat(report.get("family").textValue()).isEqualTo("Stable Diffusion 1.x");
    assertThat(report.get("prediction").textValue()).isEqualTo("epsilon");
    JsonNode unet = report.at("/parts/0");
    assertThat(unet.get("name").textValue()).isEqualTo("unet");
    assertThat(unet.get("file").textValue())
        .isEqualTo(cli.folder.resolve("m").resolve("unet.onnx").toString());
    assertThat(unet.get("bytes").longValue()).isEqualTo(12_340_000);
    assertThat(unet.get("inputs")).hasToString("[\"sample float32[2, 4, 8, 8]\"]");
    assertThat(unet.get("outputs")).hasToString("[\"out_sample float32[2, 4, 8, 8]\"]");
  }

  @Test
  void aFailureIsTheLastLineOnly() {
    cli.services.inspection =
        () -> {
          throw new GenerationException(Failure.MODEL_NOT_FOUND, "no such folder", "m");
        };

    assertThat(cli.run("models", "inspect", "m", "--json")).isEqualTo(3);

    assertThat(cli.err()).isEmpty();
    assertThat(cli.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.get("event").textValue()).isEqualTo("error");
              assertThat(event.get("failure").textValue()).isEqualTo("MODEL_NOT_FOUND");
            });
  }

  @Test
  void aWrongCommandLineIsAnErrorToo() {
    assertThat(cli.run("models", "inspect", "--json")).isEqualTo(2);

    assertThat(cli.events())
        .singleElement()
        .satisfies(event -> assertThat(event.get("failure").textValue()).isEqualTo("USAGE"));
  }

  @Test
  void helpExplainsJsonInBothLanguages() {
    cli.run("models", "list", "--help");
    cli.run("models", "inspect", "--help");
    assertThat(cli.out().split("--json +Write one JSON object a line", -1)).hasSize(3);

    cli.locale = Locale.forLanguageTag("ka");
    cli.run("models", "list", "--help");
    cli.run("models", "inspect", "--help");
    assertThat(cli.out().split("--json +თითო სტრიქონზე თითო JSON", -1)).hasSize(3);
  }

  @Test
  void makesAModelReadyAndTellsWhatIs() {
    assertThat(cli.run("models", "prepare", "starter")).isZero();
    assertThat(cli.out()).contains("2.0 MB  starter");
    assertThat(cli.run("models", "prepare", "--json")).isZero();
    assertThat(cli.events())
        .last()
        .satisfies(event -> assertThat(event.get("made_of").textValue()).isEqualTo("starter"))
        .satisfies(event -> assertThat(event.get("bytes").longValue()).isEqualTo(2_000_000));
  }

  @Test
  void takesWhatIsReadyAway() {
    cli.run("models", "prepare", "starter");
    assertThat(cli.run("models", "prepare", "--clear")).isZero();
    assertThat(cli.services.madeReady).isEmpty();
  }
}
