package io.github.easel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with published vectors, with what CUDA devices printed, and with a second program. */
class PhiloxRandomTest {

  static Stream<JsonNode> cases() {
    return SeedFigures.cases("philox").stream();
  }

  static Stream<JsonNode> published() {
    return SeedFigures.cases("published").stream();
  }

  /** The known answers that the algorithm's authors publish with Random123. */
  @ParameterizedTest
  @CsvSource({
    "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
    "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
  })
  void givesTheKnownAnswers(String counter, String key, String answer) {
    int[] block = words(counter);
    int[] keys = words(key);

    Philox.apply(block, (keys[0] & 0xFFFFFFFFL) | (long) keys[1] << 32);

    assertThat(block).containsExactly(words(answer));
  }

  private static int[] words(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(HexFormat::fromHexDigits).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void drawsWhatTheSecondProgramDraws(JsonNode figures) {
    float[] all =
        SeedFigures.drawAll(
            new PhiloxRandom(figures.get("seed").longValue()), figures.get("calls"));

    float[] first = SeedFigures.floats(figures.get("first"));
    float[] last = SeedFigures.floats(figures.get("last"));
    assertThat(SeedFigures.first(all, first.length)).containsExactly(first);
    assertThat(SeedFigures.last(all, last.length)).containsExactly(last);
    assertThat(SeedFigures.sha256(all)).isEqualTo(figures.get("sha256").textValue());
  }

  @ParameterizedTest
  @MethodSource("published")
  void drawsWhatCudaDevicesDraw(JsonNode figures) {
    float[] expected = SeedFigures.floats(figures.get("values"));
    int from = figures.get("from").intValue();
    PhiloxRandom source = new PhiloxRandom(figures.get("seed").longValue());
    for (int call = 0; call < figures.get("call").intValue(); call++) {
      SeedFigures.draw(source, 4);
    }

    float[] all = SeedFigures.draw(source, from + expected.length);

    assertThat(SeedFigures.last(all, expected.length))
        .usingComparatorWithPrecision(5.1e-5f)
        .containsExactly(expected);
  }

  /** The documented figures have 2 pi in double precision, the program has it in single. */
  @Test
  void drawsWhatA1111sNvSourceIsDocumentedToDraw() {
    float[] values = SeedFigures.draw(new PhiloxRandom(0), 12);
    double[] expected = {
      -0.92466259, -0.42534415, -2.6438457, 0.14518388,
      -0.12086647, -0.57972564, -0.62285122, -0.32838709,
      -1.07454231, -0.36314407, -1.67105067, 2.26550497
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) values[i]).isCloseTo(expected[i], within(3e-7));
    }
  }

  /** What a tensor holds depends on the number of calls before it, not on their lengths. */
  @Property(tries = 50)
  void everyCallHasNumbersOfItsOwn(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
    PhiloxRandom one = new PhiloxRandom(seed);
    PhiloxRandom other = new PhiloxRandom(seed);
    float[] first = SeedFigures.draw(one, length);
    SeedFigures.draw(other, 1);

    assertThat(SeedFigures.draw(one, length))
        .isNotEqualTo(first)
        .containsExactly(SeedFigures.draw(other, length));
    for (float value : first) {
      assertThat(value).isFinite().isBetween(-7f, 7f);
    }
  }
}
