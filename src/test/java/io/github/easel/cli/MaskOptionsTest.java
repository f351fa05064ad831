package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.image.MaskPictures;
import io.github.easel.image.PngWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskOptionsTest {

  @TempDir Path folder;
  private CommandLineHarness cli;
  private PixelImage apple;
  private Mask mask;

  @BeforeEach
  void open() {
    cli = new CommandLineHarness(folder);
    apple = PixelImage.of(96, 48, new byte[3 * 96 * 48]);
    PngWriter.write(apple, Map.of(), folder.resolve("apple.png"));
    byte[] values = new byte[96 * 48];
    values[100] = (byte) 255;
    mask = Mask.of(96, 48, values);
    MaskPictures.write(mask, folder.resolve("mask.png"));
  }

  private GenerationRequest request(int index) {
    return cli.services.requests.get(index);
  }

  private static Repaint repaint(Mask mask, MaskShape shape, UnderMask content, OptionalInt room) {
    return new Repaint(mask, shape, content, room);
  }

  @Test
  void paintsTheMaskedPartAnewWithASoftEdge() {
    assertThat(cli.run("generate", "a", "--image", "apple.png", "--mask", "mask.png", "--json"))
        .isZero();
    assertThat(cli.events().get(cli.events().size() - 1).path("source").path("mask").asText())
        .isEqualTo(mask.sha256());
    assertThat(request(0).source())
        .contains(
            new Source(apple, "apple.png", 0.6, Fit.CROP)
                .withRepaint(
                    Optional.of(
                        repaint(
                            mask,
                            new MaskShape(false, 0, 4),
                            UnderMask.ORIGINAL,
                            OptionalInt.empty()))));
    assertThat(request(0).size()).isEqualTo(new ImageSize(96, 48));
    assertThat(cli.services.keptMasks).containsKey(mask.sha256());
  }

  @Test
  void takesWhatIsTypedAndRecallsIt() {
    String[] typed = {
      "generate",
      "a",
      "--image",
      "apple.png",
      "--mask",
      "mask.png",
      "--mask-blur",
      "2.5",
      "--mask-grow",
      "-3",
      "--invert-mask",
      "--inpaint-fill",
      "NOISE",
      "--only-masked",
      "--padding",
      "17",
      "--noise-multiplier",
      "0.9",
      "--keep-luminance",
      "--output",
      "a.png"
    };
    assertThat(cli.run(typed)).isZero();
    Source expected =
        new Source(apple, "apple.png", 0.6, Fit.CROP)
            .in(new Manner(0.9, true))
            .withRepaint(
                Optional.of(
                    repaint(
                        mask, new MaskShape(true, -3, 2.5), UnderMask.NOISE, OptionalInt.of(17))));
    assertThat(request(0).source()).contains(expected);
    // The model's own size: the source's says nothing of the part.
    assertThat(request(0).size()).isEqualTo(new ImageSize(64, 64));

    assertThat(cli.run("generate", "--from", "a.png", "--output", "b.png")).isZero();
    assertThat(request(1)).isEqualTo(request(0));

    assertThat(cli.run("generate", "--from", "a.png", "--padding", "5", "--output", "c.png"))
        .isZero();
    assertThat(request(2).source().orElseThrow().repaint().orElseThrow().padding()).hasValue(5);
  }

  @Test
  void saysThatAMaskIsGoneAndTakesItAgain() {
    cli.run(
        "generate",
        "a",
        "--image",
        "apple.png",
        "--mask",
        "mask.png",
        "--mask-grow",
        "2",
        "--output",
        "a.png");
    cli.services.keptMasks.clear();
    assertThat(cli.run("generate", "--from", "a.png", "--output", "b.png")).isZero();
    assertThat(request(1).source().orElseThrow().repaint()).isEmpty();
    assertThat(cli.err()).contains("mask of which Easel has no copy");
    assertThat(cli.run("generate", "--from", "a.png", "--mask", "mask.png", "--output", "c.png"))
        .isZero();
    assertThat(request(2)).isEqualTo(request(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--mask mask.png | --mask does nothing without a picture to begin with",
        "--noise-multiplier 1.1 | --noise-multiplier does nothing without a picture",
        "--keep-luminance | --keep-luminance does nothing without a picture",
        "--image apple.png --only-masked | --only-masked does nothing without a mask",
        "--image apple.png --mask-blur 3 | --mask-blur does nothing without a mask",
        "--image apple.png --mask mask.png --padding 3 | does nothing without --only-masked",
        "--image apple.png --mask mask.png --inpaint-fill x | original, fill, noise, nothing",
        "--image apple.png --mask mask.png --mask-blur 300 | Mask blur 300",
        "--image apple.png --mask mask.png --only-masked --padding -1 | Mask padding -1",
        "--image apple.png --mask mask.png --noise-multiplier 3 | Noise multiplier 3"
      })
  void refusesWhatCannotBeMeant(String options, String sentence) {
    String[] words = ("generate a " + options).split(" ");
    assertThat(cli.run(words)).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(sentence);
    assertThat(cli.services.requests).isEmpty();
  }
}
