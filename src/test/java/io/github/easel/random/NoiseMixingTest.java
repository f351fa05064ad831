package io.github.easel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Variations and resized seeds. */
class NoiseMixingTest {

  static Stream<JsonNode> cases() {
    return SeedFigures.cases("slerp").stream();
  }

  private static FloatTensor noise(long seed, long... shape) {
    FloatTensor noise = FloatTensor.zeros(Shape.of(shape));
    new NumpyRandom(seed).fill(noise);
    return noise;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void blendsAsTorchDoes(JsonNode figures) {
    long[] shape =
        SeedFigures.stream(figures.get("shape")).mapToLong(JsonNode::longValue).toArray();
    FloatTensor blend =
        SphericalBlend.of(
            noise(figures.get("low").longValue(), shape),
            noise(figures.get("high").longValue(), shape),
            figures.get("strength").doubleValue());

    float[] expected = SeedFigures.floats(figures.get("values"));
    assertThat(SeedFigures.first(blend.toArray(), expected.length))
        .usingComparatorWithPrecision(2e-5f)
        .containsExactly(expected);
  }

  @Property(tries = 60)
  void theEndsOfABlendAreTheNoisesThemselves(
      @ForAll @IntRange(min = 0) int seed, @ForAll @IntRange(min = 2, max = 9) int side) {
    FloatTensor low = noise(seed, 1, 4, side, side);
    FloatTensor high = noise(seed / 2 + 7L, 1, 4, side, side);

    assertThat(SphericalBlend.of(low, high, 0).toArray())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(low.toArray());
    assertThat(SphericalBlend.of(low, high, 1).toArray())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(high.toArray());
  }

  @Property(tries = 60)
  void aBlendKeepsTheSpreadOfNoise(@ForAll @DoubleRange(min = 0, max = 1) double share) {
    float[] blend = SphericalBlend.of(noise(1, 4, 64, 64), noise(2, 4, 64, 64), share).toArray();
    double square = 0;
    for (float value : blend) {
      square += value * (double) value;
    }
    assertThat(square / blend.length).isBetween(0.96, 1.04);
  }

  @Test
  void oppositeAndEmptyColumnsStayFinite() {
    FloatTensor ones = FloatTensor.of(Shape.of(2, 2), 1, 0, 1, 0);
    FloatTensor minus = FloatTensor.of(Shape.of(2, 2), -1, 5, -1, 5);

    assertThat(SphericalBlend.of(ones, minus, 0.5).toArray()).containsExactly(0, 2.5f, 0, 2.5f);
  }

  @Test
  void refusesShapesThatDiffer() {
    assertThatThrownBy(() -> SphericalBlend.of(noise(1, 4, 2, 2), noise(1, 4, 2, 3), 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CentredNoise.lay(noise(1, 3, 2, 2), noise(1, 4, 4, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void smallerNoiseLiesInTheMiddle() {
    FloatTensor target = FloatTensor.zeros(Shape.of(1, 4, 5));
    CentredNoise.lay(FloatTensor.of(Shape.of(1, 2, 2), 1, 2, 3, 4), target);

    // Half a cell is left over in the width: the noise moves left.
    assertThat(target.toArray())
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void largerNoiseIsCutAtAllSides() {
    FloatTensor target = FloatTensor.zeros(Shape.of(1, 2, 4));
    float[] large = new float[4 * 2];
    for (int i = 0; i < large.length; i++) {
      large[i] = i + 1;
    }
    CentredNoise.lay(FloatTensor.of(Shape.of(1, 4, 2), large), target);

    assertThat(target.toArray()).containsExactly(0, 3, 4, 0, 0, 5, 6, 0);
  }
}
