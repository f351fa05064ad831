package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.ImageSize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MemoryAdviceTest {

  private static Optional<String> advice(String failed, String model, String... fitting) {
    FailureContext context =
        new FailureContext(
            Optional.empty(),
            Optional.of(model).filter(size -> !size.isEmpty()).map(ImageSize::parse),
            8,
            Arrays.stream(fitting).map(ImageSize::parse).toList(),
            "");
    return MemoryAdvice.smaller(ImageSize.parse(failed), context).map(ImageSize::toString);
  }

  @Test
  void offersWhatIsKnownToFit() {
    assertThat(advice("1024x1024", "512x512", "768x768", "512x512")).contains("768x768");
    assertThat(advice("1024x1024", "512x512", "2048x2048", "640x640")).contains("640x640");
  }

  @Test
  void keepsTheRatio() {
    assertThat(advice("1536x1024", "512x512", "768x768")).contains("896x576");
    assertThat(advice("1024x2048", "512x512", "512x512")).contains("360x720");
  }

  @Test
  void fallsBackOnTheModelsOwnSizeAndThenOnHalf() {
    assertThat(advice("1024x1024", "512x512")).contains("512x512");
    assertThat(advice("512x512", "512x512")).contains("320x320");
    assertThat(advice("1024x1024", "")).contains("704x704");
    assertThat(advice("128x128", "128x128")).contains("88x88");
  }

  @Test
  void offersOnlyWhatTheModelCanDraw() {
    FailureContext coarse =
        new FailureContext(
            Optional.empty(), Optional.of(new ImageSize(256, 256)), 64, List.of(), "");
    assertThat(MemoryAdvice.smaller(new ImageSize(256, 256), coarse))
        .contains(new ImageSize(128, 128));
    assertThat(MemoryAdvice.smaller(new ImageSize(64, 64), coarse)).isEmpty();
  }

  @Test
  void hasNothingBelowTheSmallest() {
    assertThat(advice("16x16", "512x512")).isEmpty();
  }

  @Property
  void isAlwaysSmallerAndOfMuchTheSameRatio(
      @ForAll @IntRange(min = 8, max = 512) int width,
      @ForAll @IntRange(min = 8, max = 512) int height,
      @ForAll @IntRange(min = 2, max = 512) int fits) {
    ImageSize failed = new ImageSize(8 * width, 8 * height);
    FailureContext context =
        new FailureContext(
            Optional.empty(), Optional.empty(), 8, List.of(new ImageSize(8 * fits, 8 * fits)), "");
    MemoryAdvice.smaller(failed, context)
        .ifPresent(
            size -> {
              assertThat((long) size.width() * size.height())
                  .isLessThan((long) failed.width() * failed.height());
              double rounding = 8.0 / Math.min(size.width(), size.height());
              assertThat(ratio(size) / ratio(failed))
                  .isBetween(1 / (1 + rounding) - .06, 1.06 + rounding);
            });
  }

  private static double ratio(ImageSize size) {
    return (double) size.width() / size.height();
  }
}
