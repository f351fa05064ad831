package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Source;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceOptionsTest {

  @TempDir Path folder;
  private CommandLineHarness cli;
  private PixelImage apple;

  @BeforeEach
  void open() {
    cli = new CommandLineHarness(folder);
    byte[] rgb = new byte[3 * 96 * 48];
    rgb[0] = 1;
    apple = PixelImage.of(96, 48, rgb);
    PngWriter.write(apple, Map.of(), folder.resolve("apple.png"));
  }

  private GenerationRequest request(int index) {
    return cli.services.requests.get(index);
  }

  @Test
  void beginsWithThePictureInItsShape() {
    assertThat(cli.run("generate", "a cat", "--image", "apple.png", "--seed", "1", "--json"))
        .isZero();

    assertThat(request(0).source()).contains(new Source(apple, "apple.png", 0.6, Fit.CROP));
    // The model draws 64x64: about that area, twice as wide as high.
    assertThat(request(0).size()).isEqualTo(new ImageSize(96, 48));
    assertThat(cli.services.kept).containsKey(apple.sha256());
    JsonNode source = cli.events().get(cli.events().size() - 1).path("source");
    assertThat(source.path("name").asText()).isEqualTo("apple.png");
    assertThat(source.path("sha256").asText()).isEqualTo(apple.sha256());
    assertThat(source.path("strength").asDouble()).isEqualTo(0.6);
    assertThat(source.path("resize").asText()).isEqualTo("crop");
    assertThat(source.path("steps").asInt()).isEqualTo(2);
  }

  @Test
  void takesWhatIsTyped() {
    assertThat(
            cli.run(
                "generate",
                "a",
                "--image",
                "apple.png",
                "--strength",
                "0.25",
                "--resize",
                "PAD",
                "--size",
                "64x64",
                "--count",
                "2"))
        .isZero();
    for (int i = 0; i < 2; i++) {
      assertThat(request(i).source()).contains(new Source(apple, "apple.png", 0.25, Fit.PAD));
      assertThat(request(i).size()).isEqualTo(new ImageSize(64, 64));
    }
  }

  @Test
  void recallsTheSourceOfAPicture() {
    cli.run(
        "generate",
        "a",
        "--image",
        "apple.png",
        "--strength",
        "0.25",
        "--output",
        "a.png",
        "--json");
    assertThat(cli.run("generate", "--from", "a.png", "--output", "b.png", "--json")).isZero();
    assertThat(request(1)).isEqualTo(request(0));
    JsonNode settings =
        cli.events().stream()
            .filter(event -> event.path("event").asText().equals("settings"))
            .findFirst()
            .orElseThrow();
    assertThat(settings.path("source").path("name").asText()).isEqualTo("apple.png");
    assertThat(settings.path("source").path("found").asBoolean()).isTrue();

    assertThat(cli.run("generate", "--from", "a.png", "--strength", "0.75", "--resize", "stretch"))
        .isZero();
    assertThat(request(2).source()).contains(new Source(apple, "apple.png", 0.75, Fit.STRETCH));
  }

  @Test
  void aSourceThatIsGoneCanBeGivenAgain() {
    cli.run(
        "generate",
        "a",
        "--image",
        "apple.png",
        "--strength",
        "0.25",
        "--resize",
        "pad",
        "--output",
        "a.png");
    cli.services.kept.clear();

    assertThat(cli.run("generate", "--from", "a.png", "--output", "b.png")).isZero();
    assertThat(request(1).source()).isEmpty();
    assertThat(cli.err()).contains("apple.png").contains("choose that picture again");

    assertThat(cli.run("generate", "--from", "a.png", "--image", "apple.png", "--output", "c.png"))
        .isZero();
    assertThat(request(2)).isEqualTo(request(0));

    cli.services.kept.clear();
    assertThat(cli.run("generate", "--from", "a.png", "--strength", "0.5"))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aFullDiskIsNoReasonToStop() {
    cli.services.full = true;
    assertThat(cli.run("generate", "a", "--image", "apple.png")).isZero();
    assertThat(request(0).source()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--strength 0.5 | --strength does nothing without a picture to begin with",
        "--resize pad | --resize does nothing without a picture to begin with",
        "--image apple.png --strength 0 | Strength 0.0: choose a number above 0",
        "--image apple.png --strength 1.5 | Strength 1.5: choose a number above 0",
        "--image apple.png --resize turn | no way of resizing is called 'turn'; choose one of: stretch,"
            + " crop, pad.",
      })
  void refusesWhatMakesNoSense(String options, String sentence) {
    String[] arguments = ("generate a " + options).split(" ", -1);
    assertThat(cli.run(arguments)).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(sentence);
    assertThat(cli.services.requests).isEmpty();
  }

  @Test
  void refusesInGeorgianToo() {
    cli.locale = Locale.forLanguageTag("ka");
    assertThat(cli.run("generate", "a", "--resize", "pad")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("--resize საწყისი სურათის გარეშე არაფერს ცვლის");
  }

  @Test
  void refusesAFileThatIsNoPicture() throws IOException {
    Files.writeString(folder.resolve("apple.jpg"), "words");
    assertThat(cli.run("generate", "a", "--image", "apple.jpg")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.err()).contains("apple.jpg").contains("it is no picture");
    assertThat(cli.run("generate", "a", "--image", "none.png")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.err()).contains("none.png");
  }

  @Test
  void gridsBeginWithThePictureAndVaryTheStrength() {
    assertThat(
            cli.run(
                "grid",
                "a",
                "--image",
                "apple.png",
                "--x",
                "strength=0.2,0.8",
                "--y",
                "size=64x64,96x48"))
        .isZero();
    assertThat(cli.services.requests)
        .extracting(request -> request.source().map(Source::strength))
        .containsExactlyInAnyOrder(
            Optional.of(0.2), Optional.of(0.8), Optional.of(0.2), Optional.of(0.8));
    assertThat(cli.services.requests)
        .extracting(GenerationRequest::size)
        .contains(new ImageSize(64, 64), new ImageSize(96, 48));
  }

  @Test
  void strengthsNeedAPicture() {
    assertThat(cli.run("grid", "a", "--x", "strength=0.2,0.8")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("without a picture to begin with");
  }
}
