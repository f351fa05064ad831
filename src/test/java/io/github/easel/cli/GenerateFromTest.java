package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.image.PngWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateFromTest {

  private final CommandLineHarness cli;

  GenerateFromTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void makesOurOwnPictureAgain() {
    cli.run(
        "generate",
        "a (cat",
        "--negative",
        "dog",
        "--seed",
        "9",
        "--steps",
        "3",
        "--model",
        "other",
        "--clip-skip",
        "2",
        "--random",
        "torch-cuda",
        "--variation-seed",
        "5",
        "--variation-strength",
        "0.5",
        "--ensd",
        "31337",
        "--size",
        "40x48",
        "--output",
        "a.png");

    assertThat(cli.run("generate", "--from", "a.png", "--output", "b.png")).isZero();

    assertThat(cli.services.requests.get(1)).isEqualTo(cli.services.requests.get(0));
    assertThat(cli.err()).contains("settings from a.png (Easel)");
  }

  @Test
  void whatIsTypedBesideItCounts() {
    cli.run("generate", "a cat", "--seed", "9", "--clip-skip", "2", "--output", "a.png");

    cli.run(
        "generate",
        "a dog",
        "--from",
        "a.png",
        "--seed",
        "4",
        "--steps",
        "7",
        "--guidance",
        "2",
        "--size",
        "32x32",
        "--negative",
        "fog",
        "--random",
        "numpy");

    GenerationRequest request = cli.services.requests.get(1);
    assertThat(request.prompt().positive()).isEqualTo("a dog");
    assertThat(request.prompt().negative()).isEqualTo("fog");
    assertThat(request.prompt().reading().clipSkip()).isEqualTo(2);
    assertThat(request.seed()).isEqualTo(4);
    assertThat(request.seeding().random()).isEqualTo(RandomKind.NUMPY);
    assertThat(request.size()).isEqualTo(new ImageSize(32, 32));
    assertThat(request.sampling()).isEqualTo(new Sampling(SamplerKind.DDIM, 7, 2));
  }

  @Test
  void seedsCountOnFromThePictures() {
    cli.run("generate", "a cat", "--seed", "9", "--output", "a.png");
    cli.run("generate", "--from", "a.png", "--count", "3");

    assertThat(cli.services.requests)
        .extracting(GenerationRequest::seed)
        .containsExactly(9L, 9L, 10L, 11L);
  }

  @Test
  void takesOtherProgramsSettingsAndSaysWhatItChanged() {
    PngWriter.write(
        PixelImage.of(1, 1, new byte[3]),
        Map.of(
            "parameters",
            "a cat\nSteps: 12, Sampler: DDIM, Seed: 77, Size: 64x64, Model: strange, VAE: mse"),
        cli.folder.resolve("a.png"));

    assertThat(cli.run("generate", "--from", "a.png")).isZero();

    assertThat(cli.services.requests.get(0).prompt()).isEqualTo(Prompt.of("a cat"));
    assertThat(cli.services.requests.get(0).model()).isEqualTo("starter");
    assertThat(cli.err())
        .contains("settings from a.png (A1111)")
        .contains("The model “strange” is not on this computer, so “starter” is used")
        .contains("VAE: “mse” has no counterpart in Easel");
  }

  @Test
  void foreignTextsNeverSteerTheTerminal() {
    PngWriter.write(
        PixelImage.of(1, 1, new byte[3]),
        Map.of(
            "parameters",
            "a\u001b[2Jcat\nsits\nNegative prompt: d\u009bog\nSteps: 1, Sampler: e\u001b[1m, Seed: 7"),
        cli.folder.resolve("a.png"));
    cli.services.notices = List.of(new Notice(Notice.Kind.PROMPT_TRUNCATED, "t\u001b[31mail\nend"));

    assertThat(cli.run("generate", "--from", "a.png", "--style", "cartoon")).isZero();
    assertThat(cli.run("generate", "--from", "a.png", "--dry-run")).isZero();
    assertThat(cli.run("grid", "--from", "a.png", "--x", "steps=1,2")).isZero();

    assertThat(cli.err())
        .contains("prompt: a\\u001b[2Jcat\nsits", "negative: d\\u009bog", "“t\\u001b[31mail\nend”")
        .doesNotContain("\u001b", "\u009b");
    assertThat(cli.out()).contains("prompt: a\\u001b[2Jcat\nsits").doesNotContain("\u001b");
  }

  @Test
  void failuresNeverSteerTheTerminal() {
    cli.services.atStep =
        () -> {
          if (cli.services.requests.size() != 2) {
            throw new GenerationException(Failure.INTERNAL, "", "\u001b[2J");
          }
        };

    cli.run("generate", "a");
    cli.run("grid", "a", "--x", "steps=1,2,3");

    assertThat(cli.err()).contains("easel: ", "picture 2: ").doesNotContain("\u001b");
  }

  @Test
  void tellsProgramsWhatItTookOver() {
    PngWriter.write(
        PixelImage.of(1, 1, new byte[3]),
        Map.of("parameters", "a cat\nSteps: 12, Sampler: DDIM, Seed: 77, Model: strange"),
        cli.folder.resolve("a.png"));

    cli.run("generate", "--from", "a.png", "--json", "--model", "other");
    JsonNode event =
        cli.events().stream()
            .filter(line -> line.path("event").asText().equals("settings"))
            .findFirst()
            .orElseThrow();
    assertThat(event.path("program").asText()).isEqualTo("A1111");
    assertThat(event.path("request").path("model").asText()).isEqualTo("other");
  }

  @Test
  void saysWhatItNeeds() {
    assertThat(cli.run("generate")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("Say what the picture should show, or give --from");
    PngWriter.write(PixelImage.of(1, 1, new byte[3]), Map.of(), cli.folder.resolve("plain.png"));
    assertThat(cli.run("generate", "--from", "plain.png")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.err()).contains("it does not say how it was made");
    assertThat(cli.run("generate", "--from", "none.png")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.services.requests).isEmpty();
  }
}
