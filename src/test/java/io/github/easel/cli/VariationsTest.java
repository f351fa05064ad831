package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Source;
import io.github.easel.image.PngWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationsTest {

  @TempDir Path folder;
  private CommandLineHarness cli;

  @BeforeEach
  void open() {
    cli = new CommandLineHarness(folder);
    PngWriter.write(
        PixelImage.of(64, 64, new byte[3 * 64 * 64]), Map.of(), folder.resolve("a.png"));
  }

  private List<Double> strengths() {
    return cli.services.requests.stream()
        .flatMap(request -> request.source().stream())
        .map(Source::strength)
        .toList();
  }

  @Test
  void takeThePicturesOwnWordsAndSettings() {
    cli.run(
        "generate",
        "a cat",
        "--steps",
        "7",
        "--seed",
        "5",
        "--model",
        "other",
        "--output",
        "b.png");
    GenerationRequest made = cli.services.requests.get(0);
    cli.services.requests.clear();

    assertThat(cli.run("generate", "--image", "b.png", "--variations")).isZero();

    assertThat(strengths()).containsExactly(0.3, 0.5, 0.7);
    long seed = cli.services.requests.get(0).seed();
    assertThat(seed).isNotEqualTo(5);
    for (int i = 0; i < 3; i++) {
      GenerationRequest request = cli.services.requests.get(i);
      assertThat(request.source().orElseThrow().name()).isEqualTo("b.png");
      assertThat(request.seed()).isEqualTo(seed + i);
      assertThat(request.withSource(made.source()).withSeed(made.seed())).isEqualTo(made);
    }
    assertThat(cli.services.kept).hasSize(1);
    assertThat(cli.files()).filteredOn(file -> file.startsWith("easel-")).hasSize(3);
  }

  @Test
  void aPictureThatBeganWithAnotherIsItselfWhatTheyBeginWith() {
    cli.run("generate", "a cat", "--image", "a.png", "--strength", "0.9", "--output", "b.png");
    cli.services.requests.clear();

    assertThat(cli.run("generate", "--image", "b.png", "--variations", "--seed", "9")).isZero();

    assertThat(strengths()).containsExactly(0.3, 0.5, 0.7);
    assertThat(cli.services.requests.get(2).source().orElseThrow().name()).isEqualTo("b.png");
    assertThat(cli.services.requests.get(2).seed()).isEqualTo(11);
  }

  @Test
  void takeTypedWordsForAnyPicture() {
    assertThat(
            cli.run("generate", "a dog", "--image", "a.png", "--variations", "--output", "v.png"))
        .isZero();
    assertThat(strengths()).containsExactly(0.3, 0.5, 0.7);
    assertThat(cli.services.requests).allMatch(one -> one.prompt().positive().equals("a dog"));
    assertThat(cli.files()).contains("v-1.png", "v-2.png", "v-3.png");
  }

  @Test
  void eachCanBeMadeAgainFromItsFile() {
    cli.run("generate", "a dog", "--image", "a.png", "--variations", "--output", "v.png");
    GenerationRequest second = cli.services.requests.get(1);
    assertThat(cli.run("generate", "--from", "v-2.png", "--output", "w.png")).isZero();
    assertThat(cli.services.requests.get(3)).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generate a --variations | --variations does nothing without a picture to begin with",
        "generate a --image a.png --variations --strength 0.5 | does not go with --strength",
        "generate a --image a.png --variations --count 3 | does not go with --count",
        "generate a --image a.png --variations --matrix | does not go with --matrix",
        "generate --image a.png --variations | a.png does not say how it was made: say what",
        "generate --image a.png | Say what the picture should show",
        "generate a --style-image a.png | --style-image does nothing without a picture to begin",
      })
  void refuseWhatMakesNoSense(String arguments, String sentence) {
    assertThat(cli.run(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(sentence);
    assertThat(cli.services.requests).isEmpty();
  }

  @Test
  void refuseInGeorgianToo() {
    cli.locale = Locale.forLanguageTag("ka");
    assertThat(cli.run("generate", "--image", "a.png", "--variations", "--strength", "1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("--variations სამ სურათს ქმნის");
  }
}
