package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  private static final String INFOTEXT =
      "a cat\nsits\nNegative prompt: dog\nSteps: 12, Sampler: DDIM, CFG scale: 6.5, Seed: 77,"
          + " Size: 500x768, Model: other, Hires upscale: 2, Version: v1.10.1";

  private final CommandLineHarness cli;

  InspectCommandTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void saysWhatThePictureSaysAndWhatBecomesOfIt() {
    picture("a.png", Map.of("parameters", INFOTEXT));

    assertThat(cli.run("inspect", "a.png")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            a.png: A1111
              prompt:
                a cat
                sits
              negative prompt:
                dog
              settings:
                Steps: 12
                Sampler: DDIM
                CFG scale: 6.5
                Seed: 77
                Size: 500x768
                Model: other
                Hires upscale: 2
                Version: v1.10.1
                RNG: GPU (not written)
              applied:
                Model: other
                Sampler: DDIM
                Steps: 12
                CFG scale: 6.5
                RNG: GPU (not written; what A1111 does then)
                Seed: 77
              changed:
                The size 500x768 cannot be drawn, so 504x768 is used.
              not understood:
                Hires upscale: “2” has no counterpart in Easel and was left out.
            """);
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void writesJson() {
    picture("a.png", Map.of("parameters", INFOTEXT));
    picture("b.png", Map.of("other", "text"));

    assertThat(cli.run("inspect", "--json", "--raw", "a.png", "b.png")).isZero();

    JsonNode first = cli.events().get(0);
    assertThat(first.path("event").asText()).isEqualTo("picture");
    assertThat(first.path("program").asText()).isEqualTo("A1111");
    assertThat(first.path("prompt").asText()).isEqualTo("a cat\nsits");
    assertThat(first.path("settings").path(0).path("name").asText()).isEqualTo("Steps");
    assertThat(first.path("request").path("size").asText()).isEqualTo("504x768");
    assertThat(first.path("request").path("model").asText()).isEqualTo("other");
    assertThat(first.path("request").path("random").asText()).isEqualTo("torch-cuda");
    assertThat(first.path("remarks").findValuesAsText("verdict"))
        .contains("applied", "changed", "not_understood");
    assertThat(first.path("texts").path("parameters").asText()).isEqualTo(INFOTEXT);
    JsonNode second = cli.events().get(1);
    assertThat(second.path("program").isNull()).isTrue();
    assertThat(second.path("texts").path("other").asText()).isEqualTo("text");
  }

  @Test
  void rawTextsAreShownWithoutSteeringTheTerminal() {
    picture("a.png", Map.of("parameters", "a\u001b[2Jcat", "x\u009b2J", "y"));

    assertThat(cli.run("inspect", "--raw", "a.png")).isZero();
    assertThat(cli.out()).contains("text “x\\u009b2J”:\n    y\n").doesNotContain("\u009b");
    assertThat(cli.out()).contains("text “parameters”:\n    a\\u001b[2Jcat\n");
  }

  @Test
  void readsTextFilesAndSaysWhatHoldsNothing() throws IOException {
    Files.writeString(cli.folder.resolve("settings.txt"), INFOTEXT);
    picture("plain.png", Map.of());

    assertThat(cli.run("inspect", "settings.txt", "plain.png")).isZero();
    assertThat(cli.out())
        .contains("settings.txt: A1111\n", "plain.png: it does not say how it was made.\n");
  }

  @Test
  void oneBadFileKeepsNoOtherFromBeingShown() throws IOException {
    Files.write(cli.folder.resolve("bad.png"), new byte[] {0, 1, 2});
    picture("a.png", Map.of("parameters", INFOTEXT));

    assertThat(cli.run("inspect", "bad.png", "none.png", "a.png")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.out()).startsWith("a.png: A1111\n");
    assertThat(cli.err())
        .contains("it is neither a PNG, JPEG or WebP picture nor a text")
        .contains("the file or its folder does not exist");
  }

  @Test
  void sendsModelsToTheirOwnCommand() throws IOException {
    Path model = Files.createDirectories(cli.folder.resolve("models/starter"));
    cli.services.models =
        List.of(
            new ModelSummary(
                "starter", model, new ImageSize(64, 64), new Sampling(SamplerKind.DDIM, 4, 7.5)));

    assertThat(cli.run("inspect", model.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("easel models inspect");
  }

  @Test
  void speaksGeorgian() {
    cli.locale = Locale.forLanguageTag("ka");
    picture("a.png", Map.of("parameters", INFOTEXT));

    cli.run("inspect", "a.png");
    assertThat(cli.out())
        .contains("უარყოფითი აღწერა:", "გამოყენებულია:", "ზომის 500x768 დახატვა შეუძლებელია");
  }

  private void picture(String name, Map<String, String> texts) {
    PngWriter.write(PixelImage.of(1, 1, new byte[3]), texts, cli.folder.resolve(name));
  }
}
