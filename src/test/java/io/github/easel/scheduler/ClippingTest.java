package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ClippingTest {

  @Test
  void clampsToItsRange() {
    float[] values = {-3, -0.5f, 0, 0.5f, 3};
    new Clipping.Clamp(1).apply(values, 1, new float[5]);
    assertThat(values).containsExactly(-1, -0.5f, 0, 0.5f, 1);
  }

  @Test
  void leavesValuesAlone() {
    float[] values = {-3, 3};
    Clipping.none().apply(values, 1, new float[2]);
    assertThat(values).containsExactly(-3, 3);
  }

  @Test
  void thresholdsPictureByPicture() {
    // |x| sorted: 0 1 2 3 4, the 0.75 quantile is 3; the second picture's 0.375 is raised to 1
    float[] values = {-4, 0, 1, -2, 3, 0.5f, -0.25f, 0.25f, 0, 0.375f};
    new Clipping.DynamicThreshold(0.75, 10).apply(values, 2, new float[10]);
    assertThat(values).containsExactly(-1, 0, 1 / 3f, -2 / 3f, 1, 0.5f, -0.25f, 0.25f, 0, 0.375f);
  }

  @Test
  void interpolatesTheQuantileAndHoldsItUnderTheMaximum() {
    float[] between = {2, -4};
    new Clipping.DynamicThreshold(0.5, 10).apply(between, 1, new float[2]);
    assertThat(between).containsExactly(2 / 3f, -1);
    float[] held = {2, -4};
    new Clipping.DynamicThreshold(0.5, 2).apply(held, 1, new float[2]);
    assertThat(held).containsExactly(1, -1);
  }

  @Test
  void refusesRangesThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Clipping.Clamp(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Clipping.DynamicThreshold(1.5, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Clipping.DynamicThreshold(0.5, 0.5));
  }
}
