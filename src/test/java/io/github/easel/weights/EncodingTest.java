package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EncodingTest {

  @Test
  void everyHalfIsItself() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = Decoding.half((short) bits);
      if (Float.isNaN(value)) {
        assertThat(Float.isNaN(Decoding.half(Encoding.half(value)))).isTrue();
      } else {
        assertThat(Encoding.half(value)).isEqualTo((short) bits);
      }
    }
  }

  @Test
  void everyMiddleGoesToTheEvenOne() {
    for (int bits = 0; bits < 0x7BFF; bits++) {
      float below = Decoding.half((short) bits);
      float above = Decoding.half((short) (bits + 1));
      float middle = (below + above) / 2;
      int even = (bits & 1) == 0 ? bits : bits + 1;

      assertThat(Encoding.half(middle)).isEqualTo((short) even);
      assertThat(Encoding.half(Math.nextDown(middle))).isEqualTo((short) bits);
      assertThat(Encoding.half(Math.nextUp(middle))).isEqualTo((short) (bits + 1));
      assertThat(Encoding.half(-middle)).isEqualTo((short) (even | 0x8000));
    }
  }

  @Test
  void whatIsTooLargeIsInfinite() {
    assertThat(Decoding.half(Encoding.half(65519.996f))).isEqualTo(65504);
    assertThat(Decoding.half(Encoding.half(65520))).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(Decoding.half(Encoding.half(-1e30f))).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void anyFloatGoesToTheNearest() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      float value = (float) random.nextDouble(-4, 4) * (float) Math.pow(2, random.nextInt(-30, 14));
      short bits = Encoding.half(value);
      double error = Math.abs((double) Decoding.half(bits) - value);
      for (int step : new int[] {-1, 1}) {
        float other = Decoding.half((short) (bits + step));
        if (Float.isFinite(other)) {
          assertThat(Math.abs((double) other - value)).isGreaterThanOrEqualTo(error);
        }
      }
    }
  }
}
