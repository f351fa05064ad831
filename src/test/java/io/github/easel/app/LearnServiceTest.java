package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.app.LearnService.StepPicture;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Learning from the model that ships with Easel. */
class LearnServiceTest {

  private static final int SIDE = 128;
  private static final int STEPS = 8;
  private static final String STARTER = "starter";

  private final Services services =
      LocalServices.open(
          Places.ofThisProcess(), new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  private final LearnService learning = services.learning();

  @AfterEach
  void close() {
    services.close();
  }

  private GenerationResult draw(double guidance, Cancellation cancellation) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a red apple on a white background"),
            STARTER,
            new ImageSize(SIDE, SIDE),
            new Sampling(SamplerKind.EULER, STEPS, guidance),
            7);
    ProgressListener recording =
        learning.recording(
            request,
            progress -> {
              if (cancellation.isCancelled()) {
                throw new AssertionError("went on");
              }
            });
    return services.generation().generate(request, recording, cancellation);
  }

  private PixelImage see(int index, StepPicture what) {
    return learning.picture(learning.lastRun().orElseThrow(), index, what, new Cancellation());
  }

  @Test
  void hasNothingBeforeTheFirstPicture() {
    assertThat(learning.lastRun()).isEmpty();
  }

  @Test
  void overhearsEveryGenerationWhenItIsToFollow() {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a cactus"),
            STARTER,
            new ImageSize(SIDE, SIDE),
            new Sampling(SamplerKind.DDIM, 2, 4),
            1);
    GenerationService generation = services.generation();
    generation.generate(request, ProgressListener.NONE, new Cancellation());
    assertThat(learning.lastRun()).isEmpty();
    learning.follow();
    generation.generate(request, ProgressListener.NONE, new Cancellation());
    assertThat(learning.lastRun().orElseThrow().steps()).hasSize(2);
  }

  @Test
  void reducesWhatIsTooLarge() {
    PixelImage wide = PixelImage.of(40, 20, new byte[3 * 40 * 20]);
    assertThat(learning.reduced(wide, 40)).isSameAs(wide);
    PixelImage small = learning.reduced(wide, 10);
    assertThat(small.width()).isEqualTo(10);
    assertThat(small.height()).isEqualTo(5);
  }

  @Test
  void showsEveryStepOfTheLastPicture() {
    PixelImage picture = draw(4, new Cancellation()).image();
    RecordedRun run = learning.lastRun().orElseThrow();
    assertThat(run.steps()).hasSize(STEPS);
    int last = STEPS - 1;
    // Euler's last step goes all the way to what the model believes
    assertThat(distance(see(last, StepPicture.CLEAN), picture)).isLessThan(1);
    assertThat(distance(see(0, StepPicture.CLEAN), picture)).isGreaterThan(10);
    assertThat(see(last, StepPicture.LATENTS).width()).isEqualTo(SIDE / 8);
    assertThat(see(last, StepPicture.NOISE).width()).isEqualTo(SIDE / 8);
    assertThat(see(3, StepPicture.WITH_WORDS)).isNotEqualTo(see(3, StepPicture.WITHOUT_WORDS));
    PixelImage difference = see(3, StepPicture.DIFFERENCE);
    assertThat(difference.width()).isEqualTo(SIDE);
    assertThat(deviationFromGrey(difference)).isGreaterThan(3);
    RecordedRun again = learning.lastRun().orElseThrow();
    assertThat(learning.quick(again, 3, StepPicture.WITH_WORDS).width()).isEqualTo(SIDE / 8);
    assertThat(deviationFromGrey(see(0, StepPicture.NOISE))).isBetween(30.0, 60.0);
  }

  @Test
  void fallsBackToColoursOfCellsWhenTheModelIsClosed() {
    draw(4, new Cancellation());
    PixelImage fine = see(STEPS - 1, StepPicture.CLEAN);
    services.close();
    PixelImage coarse = see(STEPS - 1, StepPicture.CLEAN);
    assertThat(coarse.width()).isEqualTo(SIDE / 8);
    assertThat(distance(coarse, blocks(fine, 8))).isLessThan(25);
  }

  @Test
  void showsNoDifferenceWithoutGuidance() {
    draw(1, new Cancellation());
    assertThat(deviationFromGrey(see(2, StepPicture.DIFFERENCE))).isZero();
    assertThat(see(2, StepPicture.WITHOUT_WORDS)).isEqualTo(see(2, StepPicture.CLEAN));
  }

  @Test
  void keepsTheRunBeforeOneThatIsCancelled() {
    draw(4, new Cancellation());
    RecordedRun before = learning.lastRun().orElseThrow();
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(() -> draw(4, cancelled)).isInstanceOf(GenerationException.class);
    assertThat(learning.lastRun()).containsSame(before);
    assertThatThrownBy(() -> learning.picture(before, 0, StepPicture.CLEAN, cancelled))
        .isInstanceOf(GenerationException.class);
  }

  @Test
  void tellsTheModelsWayToNoise() {
    NoiseCurve curve = learning.noiseCurve(STARTER);
    assertThat(curve.timesteps()).isEqualTo(1000);
    assertThat(curve.flow()).isFalse();
    for (int t = 1; t < 1000; t++) {
      assertThat(curve.signal(t)).isLessThan(curve.signal(t - 1));
      assertThat(Math.hypot(curve.signal(t), curve.noise(t))).isCloseTo(1, within(1e-6));
    }
    // Stable Diffusion's, whose last alphaBar is 0.0047
    NoiseCurve gone = learning.noiseCurve("a model that nobody has");
    assertThat(gone.signal(999)).isCloseTo(Math.sqrt(0.00466), within(1e-3));
  }

  @Test
  void noisesPixelsByTheFormula() {
    byte[] rgb = new byte[3 * 16 * 16];
    java.util.Arrays.fill(rgb, (byte) 191);
    PixelImage flat = PixelImage.of(16, 16, rgb);
    NoiseCurve curve = learning.noiseCurve(STARTER);
    double x = 191 / 127.5 - 1;
    PixelImage early = learning.noised(flat, 100, 5, STARTER);
    PixelImage later = learning.noised(flat, 300, 5, STARTER);
    int compared = 0;
    for (int i = 0; i < rgb.length; i++) {
      int a = early.rgb()[i] & 255;
      int b = later.rgb()[i] & 255;
      if (a > 0 && a < 255 && b > 0 && b < 255) {
        double e = (a / 127.5 - 1 - curve.signal(100) * x) / curve.noise(100);
        double expected = (curve.signal(300) * x + curve.noise(300) * e + 1) * 127.5;
        assertThat((double) b).isCloseTo(expected, within(1.5));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
    assertThat(distance(learning.noised(flat, 0, 5, STARTER), flat)).isLessThan(6);
    assertThat(learning.noised(flat, 300, 6, STARTER)).isNotEqualTo(later);
    assertThat(learning.noised(flat, 300, 5, STARTER)).isEqualTo(later);
  }

  private static double distance(PixelImage first, PixelImage second) {
    byte[] a = first.rgb();
    byte[] b = second.rgb();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 255) - (b[i] & 255));
    }
    return sum / a.length;
  }

  private static double deviationFromGrey(PixelImage picture) {
    double sum = 0;
    for (byte value : picture.rgb()) {
      sum += Math.pow((value & 255) - 128, 2);
    }
    return Math.sqrt(sum / picture.rgb().length);
  }

  private static PixelImage blocks(PixelImage picture, int factor) {
    int width = picture.width() / factor;
    int height = picture.height() / factor;
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int sum = 0;
      int shift = 16 - 8 * (i % 3);
      for (int j = 0; j < factor * factor; j++) {
        int x = i / 3 % width * factor + j % factor;
        int y = i / 3 / width * factor + j / factor;
        sum += picture.argb(x, y) >> shift & 255;
      }
      rgb[i] = (byte) (sum / (factor * factor));
    }
    return PixelImage.of(width, height, rgb);
  }
}
