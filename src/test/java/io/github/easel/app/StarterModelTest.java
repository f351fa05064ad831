package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.image.Retouch;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The model that ships with Easel, through the services that the front ends call. */
class StarterModelTest {

  private static final Services SERVICES =
      LocalServices.open(
          Places.ofThisProcess(), new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  private static final ModelSummary STARTER = SERVICES.models().find("starter");

  @AfterAll
  static void close() {
    SERVICES.close();
  }

  @Test
  void drawsWhatTheWordsSay() {
    PixelImage apple = draw("a red apple on a white background", 7);
    assertThat(corners(apple)).as("white in the corners").isGreaterThan(0.9);
    assertThat(middle(apple, 0)).as("red in the middle").isGreaterThan(middle(apple, 1) + 60);
    PixelImage car = draw("a green car on a white background", 7);
    assertThat(middle(car, 1)).as("green in the middle").isGreaterThan(middle(car, 0) + 20);
  }

  /** An apple becomes an orange, and where the mask ends nothing is to be seen of it. */
  @Test
  void paintsAPartAnewWithoutASeam() {
    PixelImage table = draw("a red apple on a wooden table", 7);
    int radius = 104;
    byte[] disc = new byte[256 * 256];
    for (int i = 0; i < disc.length; i++) {
      double away = Math.hypot(i % 256 - 127, i / 256 - 143);
      disc[i] = (byte) (away < radius ? 255 : 0);
    }
    Repaint repaint =
        new Repaint(
            Mask.of(256, 256, disc),
            new MaskShape(false, 0, 4),
            UnderMask.ORIGINAL,
            OptionalInt.empty());
    Source source = new Source(table, "", 0.9, Fit.CROP).withRepaint(Optional.of(repaint));
    PixelImage orange =
        generate(request("an orange on a wooden table", 5).withSource(Optional.of(source))).image();
    assertThat(middle(orange, 1)).as("less red").isGreaterThan(middle(table, 1) + 40);
    assertThat(orange.argb(3, 3)).isEqualTo(table.argb(3, 3));
    assertThat(edge(orange, radius)).isLessThan(1.5 * Math.max(edge(table, radius), 1));
    // What a seam would be: another picture in the same hole.
    PixelImage grass = draw("a cat on green grass", 5);
    PixelImage pasted = Retouch.of(source, STARTER.size()).finish(grass);
    assertThat(edge(pasted, radius)).isGreaterThan(2 * edge(orange, radius));
  }

  /** How much lightness changes across a circle, on average, over the feather's width. */
  private static double edge(PixelImage image, int radius) {
    double sum = 0;
    int places = 0;
    for (int degree = 0; degree < 360; degree++) {
      double x = Math.cos(Math.toRadians(degree));
      double y = Math.sin(Math.toRadians(degree));
      int far = radius + 8;
      if (127 + far * x < 256 && 127 + far * x >= 0 && 143 + far * y < 256) {
        sum += Math.abs(light(image, x, y, radius + 8) - light(image, x, y, radius - 8));
        places++;
      }
    }
    return sum / places;
  }

  private static double light(PixelImage image, double x, double y, int radius) {
    int argb = image.argb((int) (127 + radius * x), (int) (143 + radius * y));
    return ((argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255)) / 3.0;
  }

  @Test
  void understandsGeorgian() {
    PixelImage apple = draw("წითელი ვაშლი თეთრ ფონზე", 7);
    assertThat(middle(apple, 0)).as("red in the middle").isGreaterThan(middle(apple, 2) + 60);
  }

  @Test
  void drawsTheSamePictureAgain() {
    PixelImage first = draw("a sailboat on the sea", 11);
    assertThat(draw("a sailboat on the sea", 12)).isNotEqualTo(first);
    assertThat(draw("a sailboat on the sea", 11)).isEqualTo(first);
  }

  @Test
  void ancestralSamplerDrawsToo() {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a cactus"),
            "starter",
            STARTER.size(),
            new Sampling(SamplerKind.DDPM, 30, 4),
            3);
    PixelImage picture = generate(request).image();
    assertThat(middle(picture, 1)).isGreaterThan(middle(picture, 2));
  }

  @Test
  void readsAPromptOfSeveralChunksToItsEnd() {
    String words = "a cat ".repeat(60) + "with a hat";
    GenerationResult whole = generate(ofWords(words));
    assertThat(whole.notices()).isEmpty();
    assertThat(whole.image()).isNotEqualTo(generate(ofWords("a cat ".repeat(60))).image());
  }

  private static GenerationRequest ofWords(String words) {
    return new GenerationRequest(
        Prompt.of(words), "starter", STARTER.size(), new Sampling(SamplerKind.DDIM, 1, 5), 3);
  }

  @Test
  void refusesSizesThatDoNotSuitItBeforeAnyWork() {
    GenerationRequest odd =
        new GenerationRequest(
            Prompt.of("a cat"), "starter", new ImageSize(136, 128), STARTER.sampling(), 1);
    assertThatThrownBy(() -> generate(odd))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.SIZE_UNSUITABLE));
  }

  private static PixelImage draw(String prompt, long seed) {
    return generate(request(prompt, seed)).image();
  }

  private static GenerationRequest request(String prompt, long seed) {
    return new GenerationRequest(
        Prompt.of(prompt), "starter", STARTER.size(), STARTER.sampling(), seed);
  }

  private static GenerationResult generate(GenerationRequest request) {
    return SERVICES.generation().generate(request, ProgressListener.NONE, new Cancellation());
  }

  /** The mean of one colour over the middle quarter of the picture. */
  private static double middle(PixelImage image, int colour) {
    byte[] rgb = image.rgb();
    double sum = 0;
    int count = 0;
    for (int y = image.height() * 3 / 8; y < image.height() * 5 / 8; y++) {
      for (int x = image.width() * 3 / 8; x < image.width() * 5 / 8; x++) {
        sum += rgb[3 * (y * image.width() + x) + colour] & 255;
        count++;
      }
    }
    return sum / count;
  }

  /** The mean brightness, 0 to 1, of the four corners. */
  private static double corners(PixelImage image) {
    int edge = image.width() / 10;
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        boolean outside = x < edge || x >= image.width() - edge;
        if (outside && (y < edge || y >= image.height() - edge)) {
          int argb = image.argb(x, y);
          sum += ((argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255)) / (3.0 * 255);
          count++;
        }
      }
    }
    return sum / count;
  }
}
