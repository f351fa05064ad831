package io.github.easel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.random.TorchCpuRandom.Kernel;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with {@code torch.randn}: golden/README.md says which torch. */
class TorchCpuRandomTest {

  /** One case: the figures of one seed and one shape. */
  record Case(Kernel kernel, JsonNode figures) {

    TorchCpuRandom generator() {
      return new TorchCpuRandom(figures.get("seed").longValue(), kernel);
    }

    /** AVX2 to the bit; the C library's own roundings are beyond reach. */
    void check(float[] actual, int from, JsonNode expected) {
      float[] part = Arrays.copyOfRange(actual, from, from + expected.size());
      if (kernel == Kernel.AVX2) {
        assertThat(part).containsExactly(floats(expected));
      } else {
        assertThat(part).usingComparatorWithPrecision(5e-7f).containsExactly(floats(expected));
      }
    }

    void check(float[] actual, int from, String field) {
      check(actual, from, figures.get(field));
    }

    /** The sum sees every value, so that no value between the listed ones is off by a bit. */
    void checkSum(float[] actual) {
      double sum = 0;
      for (float value : actual) {
        sum += value;
      }
      double tolerance = kernel == Kernel.AVX2 ? 1e-9 : 1e-5;
      assertThat(sum).isCloseTo(figures.get("sum_f64").doubleValue(), within(tolerance));
    }

    @Override
    public String toString() {
      String what =
          figures.has("n")
              ? "n=" + figures.get("n")
              : figures.has("shape") ? "shape=" + figures.get("shape") : "successive";
      return kernel + " seed=" + figures.get("seed") + " " + what;
    }
  }

  @ParameterizedTest
  @MethodSource
  void drawsTorchsNumbers(Case golden) {
    TorchCpuRandom generator = golden.generator();
    int n = golden.figures().get("n").intValue();
    float[] values = draw(generator, n);
    if (golden.figures().has("values")) {
      golden.check(values, 0, "values");
    } else {
      golden.check(values, 0, "first32");
      golden.check(values, n - 32, "last32");
    }
    golden.checkSum(values);
    golden.check(draw(generator, 3), 0, "next3");
  }

  static Stream<Case> drawsTorchsNumbers() throws IOException {
    return cases("n");
  }

  @ParameterizedTest
  @MethodSource
  void fillsShapesAsTorchDoes(Case golden) {
    TorchCpuRandom generator = golden.generator();
    long[] axes =
        StreamSupport.stream(golden.figures().get("shape").spliterator(), false)
            .mapToLong(JsonNode::longValue)
            .toArray();
    FloatTensor noise = FloatTensor.zeros(Shape.of(axes));
    generator.fill(noise);
    float[] values = noise.toArray();
    golden.check(values, 0, "first16");
    golden.check(values, values.length - 16, "last16");
    golden.checkSum(values);
    golden.check(draw(generator, 16), 0, "next16");
  }

  static Stream<Case> fillsShapesAsTorchDoes() throws IOException {
    return cases("shape");
  }

  @ParameterizedTest
  @MethodSource
  void goesOnFromTensorToTensor(Case golden) {
    TorchCpuRandom generator = golden.generator();
    for (JsonNode part : golden.figures().get("successive_1_4_8_8")) {
      float[] values = draw(generator, 256);
      golden.check(values, 0, part.get("first8"));
      golden.check(values, 248, part.get("last8"));
    }
  }

  static Stream<Case> goesOnFromTensorToTensor() throws IOException {
    return cases("successive_1_4_8_8");
  }

  @ParameterizedTest
  @MethodSource
  void drawsTorchsUniformNumbers(Case golden) {
    long seed = golden.figures().get("seed").longValue();
    MersenneTwister floats = new MersenneTwister(seed);
    for (float expected : floats(golden.figures().get("rand8"))) {
      assertThat(floats.nextFloat()).isEqualTo(expected);
    }
    MersenneTwister doubles = new MersenneTwister(seed);
    for (JsonNode expected : golden.figures().get("rand_f64_4")) {
      assertThat(doubles.nextDouble()).isEqualTo(expected.doubleValue());
    }
    TorchCpuRandom normals = golden.generator();
    for (JsonNode expected : golden.figures().get("randn_f64_4")) {
      assertThat(normals.nextNormal()).isCloseTo(expected.doubleValue(), within(1e-15));
    }
  }

  static Stream<Case> drawsTorchsUniformNumbers() throws IOException {
    return cases("rand8");
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void isFiniteAndStandardNormal(Kernel kernel) {
    float[] values = draw(new TorchCpuRandom(7, kernel), 1 << 20);
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      assertThat(Math.abs(value)).isLessThan(6f);
      sum += value;
      squares += value * value;
    }
    assertThat(sum / values.length).isCloseTo(0, within(5e-3));
    assertThat(squares / values.length).isCloseTo(1, within(1e-2));
  }

  @Test
  void keepsTheSecondOfAPairAcrossLongTensors() {
    TorchCpuRandom straight = new TorchCpuRandom(3);
    float[] pair = draw(straight, 2);
    TorchCpuRandom interrupted = new TorchCpuRandom(3);
    draw(interrupted, 1);
    draw(interrupted, 64);
    assertThat(draw(interrupted, 1)).containsExactly(pair[1]);
  }

  @Test
  void namesItself() {
    assertThat(new TorchCpuRandom(0).name()).isEqualTo("torch-cpu");
  }

  private static float[] draw(TorchCpuRandom generator, int n) {
    FloatTensor noise = FloatTensor.zeros(Shape.of(n));
    generator.fill(noise);
    return noise.toArray();
  }

  private static Stream<Case> cases(String field) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in =
        TorchCpuRandomTest.class.getResourceAsStream("/golden/torch_randn.json")) {
      JsonNode file = new ObjectMapper().readTree(in);
      file.get("avx2").forEach(figures -> cases.add(new Case(Kernel.AVX2, figures)));
      file.get("default").forEach(figures -> cases.add(new Case(Kernel.DEFAULT, figures)));
    }
    return cases.stream().filter(golden -> golden.figures().has(field));
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(array.get(i).asText());
    }
    return values;
  }
}
