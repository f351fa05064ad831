package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each form against sums that are written out as the papers do. */
class LoraDeltaTest {

  private static final int OUT = 6;
  private static final int IN = 4;
  private static final int RANK = 2;
  private static final int K = 9;

  private final Path file;
  private final Random random = new Random(1);
  private final Map<String, FloatTensor> parts = new LinkedHashMap<>();

  LoraDeltaTest(@TempDir Path folder) {
    this.file = folder.resolve("lora.safetensors");
  }

  @Test
  void lora() throws IOException {
    FloatTensor up = part("up", OUT, RANK);
    FloatTensor down = part("down", RANK, IN);
    parts.put("alpha", FloatTensor.of(Shape.of(), 1));

    assertDelta(
        Shape.of(OUT, IN),
        (o, i, s) -> 0.5f * (at(up, o, 0) * at(down, 0, i) + at(up, o, 1) * at(down, 1, i)));
    assertDelta(
        Shape.of(OUT, IN, 1, 1),
        (o, i, s) -> 0.5f * (at(up, o, 0) * at(down, 0, i) + at(up, o, 1) * at(down, 1, i)));
  }

  @Test
  void withoutAlphaTheScaleIsOne() throws IOException {
    FloatTensor up = part("up", OUT, 1);
    FloatTensor down = part("down", 1, IN);

    assertDelta(Shape.of(OUT, IN), (o, i, s) -> at(up, o, 0) * at(down, 0, i));
  }

  @Test
  void convolution() throws IOException {
    FloatTensor up = part("up", OUT, RANK, 1, 1);
    FloatTensor down = part("down", RANK, IN, 3, 3);

    assertDelta(
        Shape.of(OUT, IN, 3, 3),
        (o, i, s) ->
            up.get(o * RANK) * down.get(i * K + s)
                + up.get(o * RANK + 1) * down.get((IN + i) * K + s));
  }

  @Test
  void convolutionWithACore() throws IOException {
    FloatTensor up = part("up", OUT, RANK, 1, 1);
    FloatTensor down = part("down", RANK, IN, 1, 1);
    FloatTensor mid = part("mid", RANK, RANK, 3, 3);

    assertDelta(
        Shape.of(OUT, IN, 3, 3),
        (o, i, s) -> {
          float sum = 0;
          for (int p = 0; p < RANK; p++) {
            for (int q = 0; q < RANK; q++) {
              sum += up.get(o * RANK + p) * mid.get((p * RANK + q) * K + s) * down.get(q * IN + i);
            }
          }
          return sum;
        });
  }

  @Test
  void loha() throws IOException {
    FloatTensor a1 = part("hada_w1_a", OUT, RANK);
    FloatTensor b1 = part("hada_w1_b", RANK, IN * K);
    FloatTensor a2 = part("hada_w2_a", OUT, RANK);
    FloatTensor b2 = part("hada_w2_b", RANK, IN * K);
    parts.put("alpha", FloatTensor.of(Shape.of(), 4));

    assertDelta(
        Shape.of(OUT, IN, 3, 3),
        (o, i, s) -> 2 * row(a1, b1, o, i * K + s) * row(a2, b2, o, i * K + s));
  }

  @Test
  void lohaWithCores() throws IOException {
    FloatTensor a1 = part("hada_w1_a", RANK, OUT);
    FloatTensor b1 = part("hada_w1_b", RANK, IN);
    FloatTensor t1 = part("hada_t1", RANK, RANK, 3, 3);
    FloatTensor a2 = part("hada_w2_a", RANK, OUT);
    FloatTensor b2 = part("hada_w2_b", RANK, IN);
    FloatTensor t2 = part("hada_t2", RANK, RANK, 3, 3);

    assertDelta(
        Shape.of(OUT, IN, 3, 3),
        (o, i, s) -> core(t1, a1, b1, o, i, s) * core(t2, a2, b2, o, i, s));
  }

  @Test
  void lokr() throws IOException {
    FloatTensor first = part("lokr_w1", 2, 2);
    FloatTensor second = part("lokr_w2", 3, 2);
    parts.put("alpha", FloatTensor.of(Shape.of(), 4)); // counts for products only

    assertDelta(Shape.of(OUT, IN), (o, i, s) -> at(first, o / 3, i / 2) * at(second, o % 3, i % 2));
  }

  @Test
  void lokrOfProducts() throws IOException {
    FloatTensor first = part("lokr_w1", 2, 2);
    FloatTensor a = part("lokr_w2_a", 3, RANK);
    FloatTensor b = part("lokr_w2_b", RANK, 2 * K);
    parts.put("alpha", FloatTensor.of(Shape.of(), 4));

    assertDelta(
        Shape.of(OUT, IN, 3, 3),
        (o, i, s) -> 2 * at(first, o / 3, i / 2) * row(a, b, o % 3, i % 2 * K + s));
  }

  @Test
  void lokrWithACore() throws IOException {
    FloatTensor a1 = part("lokr_w1_a", 2, RANK);
    FloatTensor b1 = part("lokr_w1_b", RANK, 2);
    FloatTensor a2 = part("lokr_w2_a", RANK, 3);
    FloatTensor b2 = part("lokr_w2_b", RANK, 2);
    FloatTensor t2 = part("lokr_t2", RANK, RANK, 3, 3);

    assertDelta(
        Shape.of(OUT, IN, 3, 3),
        (o, i, s) -> row(a1, b1, o / 3, i / 2) * core(t2, a2, b2, o % 3, i % 2, s));
  }

  @Test
  void plainDifferences() throws IOException {
    FloatTensor diff = part("diff", OUT, IN);

    assertDelta(Shape.of(OUT, IN), (o, i, s) -> at(diff, o, i));
  }

  @Test
  void refusesWhatDoesNotFit() throws IOException {
    part("up", OUT, RANK);
    part("down", RANK, IN);
    Unusable.because("24 values for [6, 5]", () -> delta(Shape.of(OUT, 5)).compute());
    Unusable.because("more than [6, 3]", () -> delta(Shape.of(OUT, 3)).compute());
    part("down", 5, IN);
    Unusable.because("different ranks", () -> delta(Shape.of(OUT, IN)).compute());
    parts.remove("down");
    Unusable.because("no part “down” at “module”", () -> delta(Shape.of(OUT, IN)).compute());
    part("down", 0, IN);
    Unusable.because("the shape [0, 4]", () -> delta(Shape.of(OUT, IN)).compute());
    part("dora_scale", 1);
    Unusable.because("a DoRA", () -> delta(Shape.of(OUT, IN)).compute());
  }

  @Test
  void partsOfAnyShapesAreMultipliedOrRefused() throws IOException {
    String[] names = {
      "up",
      "down",
      "mid",
      "alpha",
      "hada_w1_a",
      "hada_w1_b",
      "hada_w2_a",
      "hada_w2_b",
      "hada_t1",
      "hada_t2",
      "lokr_w1",
      "lokr_w1_a",
      "lokr_w1_b",
      "lokr_w2",
      "lokr_w2_a",
      "lokr_w2_b",
      "lokr_t2"
    };
    long[] axes = {0, 1, 1, 2, 2, 3, 4, 6};
    int made = 0;
    for (int i = 0; i < 3000; i++) {
      parts.clear();
      int form = random.nextInt(3);
      for (String name : names) {
        boolean usual = (name.charAt(0) == "uhl".charAt(form) || name.equals("down"));
        if (random.nextInt(8) == 0 || usual) {
          long[] shape = new long[random.nextInt(4) == 0 ? random.nextInt(5) : 2];
          Arrays.setAll(shape, axis -> axes[random.nextInt(axes.length)]);
          part(name, shape);
        }
      }
      try {
        assertThat(delta(Shape.of(OUT, IN)).compute().size()).isEqualTo(OUT * IN);
        made++;
      } catch (GenerationException e) {
        assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE);
      }
    }
    assertThat(made).isPositive();
  }

  private interface Expected {
    float at(int out, int in, int place);
  }

  private void assertDelta(Shape shape, Expected expected) throws IOException {
    FloatTensor delta = delta(shape).compute();
    assertThat(delta.shape()).isEqualTo(shape);
    int places = delta.size() / OUT / IN;
    for (int n = 0; n < delta.size(); n++) {
      float value = expected.at(n / places / IN, n / places % IN, n % places);
      assertThat(delta.get(n)).as("value " + n).isCloseTo(value, within(1e-5f));
    }
  }

  private LoraDelta delta(Shape shape) throws IOException {
    SafetensorsWriter.write(parts, file);
    LoraTargets.Target target = new LoraTargets.Target(LoraTargets.Network.UNET, "x.weight", shape);
    return new LoraDelta(file, "module", target, Safetensors.open(file).tensors());
  }

  private FloatTensor part(String name, long... axes) {
    FloatTensor tensor = FloatTensor.zeros(Shape.of(axes));
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, (float) random.nextGaussian());
    }
    parts.put(name, tensor);
    return tensor;
  }

  private static float at(FloatTensor matrix, int row, int column) {
    return matrix.get(row * (int) matrix.shape().axis(1) + column);
  }

  /** A number of the product of two matrices. */
  private static float row(FloatTensor a, FloatTensor b, int row, int column) {
    float sum = 0;
    for (int r = 0; r < RANK; r++) {
      sum += at(a, row, r) * at(b, r, column);
    }
    return sum;
  }

  private static float core(
      FloatTensor core, FloatTensor a, FloatTensor b, int out, int in, int place) {
    float sum = 0;
    for (int p = 0; p < RANK; p++) {
      for (int q = 0; q < RANK; q++) {
        sum += core.get((p * RANK + q) * K + place) * at(a, p, out) * at(b, q, in);
      }
    }
    return sum;
  }
}
