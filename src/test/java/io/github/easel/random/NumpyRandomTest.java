package io.github.easel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with {@code numpy.random.RandomState}. */
class NumpyRandomTest {

  static Stream<JsonNode> cases() {
    return SeedFigures.cases("numpy").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void drawsWhatNumpyDrawsBitForBit(JsonNode figures) {
    float[] all =
        SeedFigures.drawAll(new NumpyRandom(figures.get("seed").longValue()), figures.get("calls"));

    float[] first = SeedFigures.floats(figures.get("first"));
    float[] last = SeedFigures.floats(figures.get("last"));
    assertThat(SeedFigures.first(all, first.length)).containsExactly(first);
    assertThat(SeedFigures.last(all, last.length)).containsExactly(last);
    assertThat(SeedFigures.sha256(all)).isEqualTo(figures.get("sha256").textValue());
  }

  @Test
  void beginsAsPublished() {
    // numpy's own tests and countless tutorials show these.
    assertThat(SeedFigures.draw(new NumpyRandom(0), 3))
        .usingComparatorWithPrecision(1e-7f)
        .containsExactly(1.7640524f, 0.4001572f, 0.978738f);
    assertThat(SeedFigures.draw(new NumpyRandom(42), 3))
        .usingComparatorWithPrecision(1e-7f)
        .containsExactly(0.4967141f, -0.1382643f, 0.6476885f);
  }

  @Test
  void oneLongDrawEqualsManyShortOnes() {
    float[] whole = SeedFigures.draw(new NumpyRandom(5), 9);
    NumpyRandom source = new NumpyRandom(5);
    float[] parts = new float[9];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(SeedFigures.draw(source, 3), 0, parts, 3 * i, 3);
    }
    assertThat(parts).containsExactly(whole);
  }

  @Test
  void refusesTheSeedsThatNumpyRefuses() {
    for (long seed : new long[] {-1, 1L << 32, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> new NumpyRandom(seed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("from 0 to 4294967295");
    }
  }
}
