package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Source;
import io.github.easel.image.PngReader;
import io.github.easel.image.PngWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutpaintCommandTest {

  @TempDir Path folder;
  private CommandLineHarness cli;

  @BeforeEach
  void open() {
    cli = new CommandLineHarness(folder);
    byte[] rgb = new byte[3 * 64 * 64];
    rgb[0] = 1;
    PngWriter.write(PixelImage.of(64, 64, rgb), Map.of(), folder.resolve("sea.png"));
  }

  private List<String> words() {
    return cli.services.requests.stream()
        .map(request -> request.prompt().positive())
        .distinct()
        .toList();
  }

  @Test
  void extendsByTheMarginsAndWritesBesideThePicture() {
    int code = cli.run("outpaint", "sea.png", "a beach", "--right", "64", "--seed", "7", "--json");
    assertThat(code).as(cli.err()).isZero();
    JsonNode last = cli.events().get(cli.events().size() - 1);
    assertThat(last.path("event").asText()).isEqualTo("outpaint");
    assertThat(last.path("width").asInt()).isEqualTo(128);
    assertThat(last.path("height").asInt()).isEqualTo(64);
    assertThat(last.path("windows").asInt()).isEqualTo(2);
    assertThat(cli.files()).containsExactly("sea-extended.png", "sea.png");
    PixelImage extended = PngReader.pixels(folder.resolve("sea-extended.png"));
    assertThat(extended.width()).isEqualTo(128);
    assertThat(words()).containsExactly("a beach");
    Source source = cli.services.requests.get(0).source().orElseThrow();
    assertThat(source.strength()).isEqualTo(1);
    assertThat(source.repaint()).isPresent();
    assertThat(PngReader.texts(folder.resolve("sea-extended.png")).get("parameters"))
        .contains("Script: Outpaint, Outpaint right: 64, Outpaint overlap: 32");
  }

  @Test
  void tellsOnceWhatShouldBeKnownOfAllWindows() {
    cli.services.notices = List.of(new Notice(Notice.Kind.SCHEDULE_FALLBACK, "karras"));
    assertThat(cli.run("outpaint", "sea.png", "a beach", "--right", "64")).isZero();
    assertThat(cli.services.requests).hasSize(2);
    assertThat(cli.err().split("karras", -1)).hasSize(2);
  }

  @Test
  void sidesMayHaveWordsOfTheirOwn() {
    int code =
        cli.run(
            "outpaint",
            "sea.png",
            "a beach",
            "--left",
            "64",
            "--right",
            "64",
            "--prompt-right",
            "a forest",
            "--negative",
            "people",
            "--output",
            "wide.png");
    assertThat(code).as(cli.err()).isZero();
    assertThat(words()).containsExactly("a beach", "a forest");
    assertThat(cli.services.requests)
        .extracting(request -> request.prompt())
        .extracting(Prompt::negative)
        .containsOnly("people");
    assertThat(cli.out()).endsWith("wide.png\n");
  }

  @Test
  void takesTheWordsOfThePictureWhereNoneAreTyped() {
    assertThat(cli.run("generate", "a red fox", "--seed", "1", "--output", "fox.png")).isZero();
    cli.services.requests.clear();
    int code = cli.run("outpaint", "fox.png", "--top", "32");
    assertThat(code).as(cli.err()).isZero();
    assertThat(words()).containsExactly("a red fox");
  }

  @Test
  void putsLorasBehindTheWordsOfEverySideAndRefusesThemWhereAllIsText() {
    String[] side = {"--right", "64", "--prompt-right", "a forest", "--left", "64"};
    List<String> typed = new ArrayList<>(List.of("outpaint", "sea.png", "a beach <lora:ink:1>"));
    typed.addAll(List.of(side));
    typed.addAll(List.of("--lora", "INK:0.5", "--lora", "wash:0.8:0.5"));
    int code = cli.run(typed.toArray(String[]::new));
    assertThat(code).as(cli.err()).isZero();
    assertThat(words())
        .containsExactlyInAnyOrder(
            "a beach <lora:INK:0.5> <lora:wash:0.5:0.8>",
            "a forest <lora:INK:0.5> <lora:wash:0.5:0.8>");
    cli.services.requests.clear();
    assertThat(
            cli.run(
                "outpaint", "sea.png", "a", "--left", "64", "--lora", "ink", "--syntax", "plain"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("--syntax plain");
    assertThat(cli.services.requests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--left, 0, Margins of 0",
    "--left, -3, Margin -3",
    "--right, 9000, Margin 9000",
  })
  void refusesMarginsInASentence(String option, String value, String sentence) {
    assertThat(cli.run("outpaint", "sea.png", "a", option, value)).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(sentence);
    assertThat(cli.services.requests).isEmpty();
  }

  @Test
  void refusesAnOverlapThatDoesNotFitTheWindowAndAFileThatIsGone() {
    assertThat(cli.run("outpaint", "sea.png", "a", "--left", "9", "--overlap", "33"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("Overlap 33").contains("8 to 32");
    assertThat(cli.run("outpaint", "gone.png", "a", "--left", "9")).isNotZero();
    assertThat(cli.err()).contains("gone.png");
    assertThat(cli.services.requests).isEmpty();
  }
}
