package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.util.Optional;
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
    return generate(
            new GenerationRequest(
                Prompt.of(prompt), "starter", STARTER.size(), STARTER.sampling(), seed))
        .image();
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
