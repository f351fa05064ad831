package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.StyleMeanings;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Source;
import io.github.easel.image.ColourTransfer;
import io.github.easel.image.PngWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleImageTest {

  @TempDir Path folder;
  private CommandLineHarness cli;
  private PixelImage content;
  private PixelImage style;

  @BeforeEach
  void open() {
    cli = new CommandLineHarness(folder);
    content = StyleMeanings.speckled(1);
    style = StyleMeanings.speckled(2);
    PngWriter.write(content, Map.of(), folder.resolve("apple.png"));
    PngWriter.write(style, Map.of(), folder.resolve("night.png"));
  }

  private int styled(String... further) {
    String[] usual = {
      "generate", "an apple", "--image", "apple.png", "--style-image", "night.png", "--seed", "1"
    };
    String[] all = java.util.Arrays.copyOf(usual, usual.length + further.length);
    System.arraycopy(further, 0, all, usual.length, further.length);
    return cli.run(all);
  }

  @Test
  void takesColoursAndTheNearestStylesOfTheModel() {
    cli.services.meanings = new StyleMeanings();
    assertThat(styled("--output", "b.png")).isZero();

    GenerationRequest request = cli.services.requests.get(0);
    assertThat(request.prompt().positive()).isEqualTo("an apple, neon");
    Source source = request.source().orElseThrow();
    PixelImage coloured = ColourTransfer.of(content, style, 1);
    assertThat(source.image()).isEqualTo(coloured);
    assertThat(source.image()).isNotEqualTo(content);
    assertThat(source.name()).isEqualTo("apple.png in the colours of night.png");
    assertThat(cli.err()).contains("Neon glow").doesNotContain("Sunset");
    assertThat(cli.services.kept).containsKey(coloured.sha256());

    assertThat(cli.run("generate", "--from", "b.png", "--output", "c.png")).isZero();
    assertThat(cli.services.requests.get(1)).isEqualTo(request);
  }

  @Test
  void otherModelsHaveOtherStyles() {
    cli.services.meanings = new StyleMeanings();
    assertThat(styled("--model", "other")).isZero();
    assertThat(cli.services.requests.get(0).prompt().positive()).contains("oil painting of");
    assertThat(cli.err()).contains("Oil painting").doesNotContain("Neon glow");
  }

  @Test
  void styleThatWasAskedForIsNotPutInTwice() {
    cli.services.meanings = new StyleMeanings();
    assertThat(styled("--style", "neon GLOW")).isZero();
    assertThat(cli.services.requests.get(0).prompt().positive()).isEqualTo("an apple, neon");
  }

  @Test
  void showsTheWordsBeforeItDraws() {
    cli.services.meanings = new StyleMeanings();
    assertThat(styled("--dry-run")).isZero();
    assertThat(cli.out()).contains("an apple, neon");
    assertThat(cli.services.requests).isEmpty();
  }

  @Test
  void withoutTowersOnlyColoursAreTakenAndThatIsSaid() {
    assertThat(styled("--json")).isZero();
    assertThat(cli.out()).contains("\"kind\":\"STYLES_UNKNOWN\"");
    assertThat(cli.services.requests.get(0).prompt().positive()).isEqualTo("an apple");
    assertThat(cli.services.requests.get(0).source().orElseThrow().image())
        .isEqualTo(ColourTransfer.of(content, style, 1));
  }

  @Test
  void goesWithVariations() {
    assertThat(styled("--variations")).isZero();
    assertThat(cli.services.requests)
        .extracting(request -> request.source().orElseThrow().strength())
        .containsExactly(0.3, 0.5, 0.7);
  }
}
