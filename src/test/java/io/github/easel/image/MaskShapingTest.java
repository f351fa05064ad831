package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MaskShapingTest {

  private static Mask dot(int width, int height, int x, int y) {
    byte[] values = new byte[width * height];
    values[y * width + x] = (byte) 255;
    return Mask.of(width, height, values);
  }

  private static Mask random(int width, int height, int seed, boolean soft) {
    Random random = new Random(seed);
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (soft ? random.nextInt(256) : random.nextInt(12) == 0 ? 255 : 0);
    }
    return Mask.of(width, height, values);
  }

  @Property(tries = 60)
  void growsToEveryPixelWithinTheDistanceAndNoOther(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 9) int pixels,
      @ForAll int seed) {
    Mask mask = random(width, height, seed, false);
    Mask grown = MaskShaping.grown(mask, pixels);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat(grown.at(x, y)).isEqualTo(near(mask, x, y, pixels) ? 255 : 0);
      }
    }
  }

  private static boolean near(Mask mask, int x, int y, int pixels) {
    for (int row = 0; row < mask.height(); row++) {
      for (int column = 0; column < mask.width(); column++) {
        int away = (row - y) * (row - y) + (column - x) * (column - x);
        if (mask.at(column, row) > 0 && away <= pixels * pixels) {
          return true;
        }
      }
    }
    return false;
  }

  @Property(tries = 40)
  void shrinkingIsGrowingOfWhatIsKept(
      @ForAll @IntRange(min = 1, max = 30) int side,
      @ForAll @IntRange(min = 1, max = 6) int pixels,
      @ForAll int seed,
      @ForAll boolean soft) {
    Mask mask = random(side, side, seed, soft);
    assertThat(MaskShaping.grown(mask, -pixels))
        .isEqualTo(MaskShaping.inverted(MaskShaping.grown(MaskShaping.inverted(mask), pixels)));
  }

  @Property(tries = 40)
  void aSoftMaskGrowsAndStaysAsSoftAsItWas(
      @ForAll @IntRange(min = 1, max = 6) int pixels, @ForAll int seed) {
    Mask mask = random(24, 24, seed, true);
    Mask grown = MaskShaping.grown(mask, pixels);
    for (int i = 0; i < 24; i++) {
      assertThat(grown.at(i, i)).isGreaterThanOrEqualTo(mask.at(i, i));
    }
    Mask half = MaskShaping.grown(Mask.of(3, 1, new byte[] {(byte) 128, 0, 0}), 1);
    // A fifteenth of the way from nothing to all is as fine as it is kept.
    assertThat(half.at(1, 0)).isCloseTo(128, within(9));
    assertThat(half.at(2, 0)).isZero();
  }

  @Test
  void blurIsANormalDistribution() {
    for (double deviation : new double[] {0.6, 1, 2.5, 4, 8, 13.7}) {
      float[] plane = new float[201];
      plane[100] = 1;
      new GaussianBlur(deviation).apply(plane, 201, 1);
      double sum = 0;
      double variance = 0;
      for (int i = 0; i < plane.length; i++) {
        sum += plane[i];
        variance += plane[i] * (double) (i - 100) * (i - 100);
      }
      assertThat(sum).isCloseTo(1, within(1e-4));
      assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(1e-3 * deviation + 1e-3));
      double middle = 1 / (deviation * Math.sqrt(2 * Math.PI));
      if (deviation > 2) {
        assertThat((double) plane[100]).isCloseTo(middle, within(0.07 * middle));
      }
    }
  }

  @Property(tries = 60)
  void blurEndsWhereItSays(
      @ForAll @IntRange(min = 0, max = 60) int tenths, @ForAll @IntRange(max = 98) int x) {
    double deviation = tenths / 10.0;
    int reach = new GaussianBlur(deviation).reach();
    assertThat(reach).isLessThanOrEqualTo((int) Math.ceil(3 * deviation + 4));
    Mask blurred = MaskShaping.blurred(dot(99, 1, x, 0), deviation);
    for (int i = 0; i < 99; i++) {
      if (Math.abs(i - x) > reach) {
        assertThat(blurred.at(i, 0)).isZero();
      }
    }
  }

  @Test
  void aPlainMaskStaysPlainUnderBlurToItsBorders() {
    byte[] all = new byte[20 * 10];
    java.util.Arrays.fill(all, (byte) 255);
    Mask mask = Mask.of(20, 10, all);
    assertThat(MaskShaping.blurred(mask, 128)).isEqualTo(mask);
  }

  @Test
  void turnsRoundFirstThenGrows() {
    Mask shaped = MaskShaping.shaped(dot(9, 1, 4, 0), new MaskShape(true, -1, 0));
    for (int x = 0; x < 9; x++) {
      assertThat(shaped.at(x, 0)).isEqualTo(Math.abs(x - 4) <= 1 ? 0 : 255);
    }
  }
}
