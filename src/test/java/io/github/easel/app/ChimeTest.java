package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChimeTest {

  private static int sample(byte[] samples, int index) {
    return (short) ((samples[2 * index] & 255) | (samples[2 * index + 1] << 8));
  }

  @ParameterizedTest
  @EnumSource
  void isShortSoftAndWithoutClicks(Chime chime) {
    byte[] samples = chime.samples();
    int count = samples.length / 2;
    int loudest = 0;
    int steepest = 0;
    for (int i = 1; i < count; i++) {
      loudest = Math.max(loudest, Math.abs(sample(samples, i)));
      steepest = Math.max(steepest, Math.abs(sample(samples, i) - sample(samples, i - 1)));
    }
    assertThat(count).isLessThan(Chime.RATE);
    assertThat(loudest).isBetween(Short.MAX_VALUE / 12, Short.MAX_VALUE / 2);
    // a tone of 2 kHz at that loudness rises by a quarter of it from sample to sample at most
    assertThat(steepest).isLessThan(loudest / 3);
    assertThat(sample(samples, 0)).isZero();
    assertThat(sample(samples, count - 1)).isBetween(-20, 20);
  }
}
