package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a LoRA adds to one weight at strength 1. The parts are read and multiplied when it is asked
 * for. Four forms:
 *
 * <pre>
 * LoRA, LoCon  alpha/rank up down            Hu et al. 2021; 3 x 3 with a core between: Tucker's form
 * LoHa         alpha/rank (A1 B1) * (A2 B2)  element by element; Hyeon-Woo et al. 2021
 * LoKr         alpha/rank W1 (x) W2          Kronecker; W1 and W2 may be products, rank is theirs
 * difference   as it is
 * </pre>
 */
public final class LoraDelta {

  private final Path file;
  private final String module;
  private final LoraTargets.Target target;
  private final Map<String, StoredTensor> parts;

  /**
   * @param module as the file names the weight, for failures
   * @param parts by {@link LoraKey#part}
   */
  LoraDelta(Path file, String module, LoraTargets.Target target, Map<String, StoredTensor> parts) {
    this.file = file;
    this.module = module;
    this.target = target;
    this.parts = Map.copyOf(parts);
  }

  /** The weight that it changes. */
  public LoraTargets.Target target() {
    return target;
  }

  /**
   * The difference, of the target's shape.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} if the parts do not fit each other or
   *     the target, {@code FILE_UNREADABLE}
   */
  public FloatTensor compute() {
    try {
      return checked(values());
    } catch (ArithmeticException e) {
      throw unusable("parts of impossible sizes");
    }
  }

  private float[] values() {
    if (parts.containsKey("dora_scale")) {
      throw unusable("a DoRA, which Easel cannot apply");
    }
    if (parts.containsKey("up")) {
      return lora();
    }
    if (parts.containsKey("hada_w1_a")) {
      return loha();
    }
    if (parts.containsKey("lokr_w1") || parts.containsKey("lokr_w1_a")) {
      return lokr();
    }
    return values("diff");
  }

  private FloatTensor checked(float[] values) {
    FloatTensor delta = FloatTensor.zeros(target.shape());
    if (values.length != delta.size()) {
      throw unusable("a difference of %d values for %s".formatted(values.length, target.shape()));
    }
    delta.set(values);
    return delta;
  }

  private float[] lora() {
    int rank = axis("down", 0);
    float[] up = values("up");
    float[] down = values("down");
    return scaled(product(up, down, rank, "mid"), rank);
  }

  private float[] loha() {
    float[] first = half("hada_w1_a", "hada_w1_b", "hada_t1");
    float[] second = half("hada_w2_a", "hada_w2_b", "hada_t2");
    if (first.length != second.length) {
      throw unusable("factors of different sizes");
    }
    for (int i = 0; i < first.length; i++) {
      first[i] *= second[i];
    }
    return scaled(first, axis("hada_w1_b", 0));
  }

  private float[] lokr() {
    int rank = 0;
    if (parts.containsKey("lokr_w1_b")) {
      rank = axis("lokr_w1_b", 0);
    } else if (parts.containsKey("lokr_w2_b")) {
      rank = axis("lokr_w2_b", 0);
    }
    boolean wholeFirst = parts.containsKey("lokr_w1");
    boolean wholeSecond = parts.containsKey("lokr_w2");
    float[] first = wholeFirst ? values("lokr_w1") : half("lokr_w1_a", "lokr_w1_b", "");
    float[] second = wholeSecond ? values("lokr_w2") : half("lokr_w2_a", "lokr_w2_b", "lokr_t2");
    int rows = axis(wholeFirst ? "lokr_w1" : "lokr_w1_a", 0);
    boolean core = parts.containsKey("lokr_t2");
    int rowsOfSecond = wholeSecond ? axis("lokr_w2", 0) : axis("lokr_w2_a", core ? 1 : 0);
    int places = places(target.shape());
    requireMultiple(first.length, rows);
    requireMultiple(second.length, Math.multiplyExact(rowsOfSecond, places));
    if ((long) first.length * second.length != target.shape().elements()) {
      throw unusable("factors that do not make " + target.shape());
    }
    float[] product =
        Products.kronecker(first, rows, first.length / rows, second, rowsOfSecond, places);
    return rank == 0 ? product : scaled(product, rank);
  }

  /** A matrix that is a product itself, with or without a core between. */
  private float[] half(String left, String right, String core) {
    float[] a = values(left);
    float[] b = values(right);
    int rank = axis(right, 0);
    if (parts.containsKey(core)) {
      requireMultiple(a.length, rank);
      return product(Products.transposed(a, rank, a.length / rank), b, rank, core);
    }
    return product(a, b, rank, core);
  }

  /** Nothing larger than the target is made, whatever the parts' shapes are. */
  private float[] product(float[] left, float[] right, int rank, String core) {
    requireMultiple(left.length, rank);
    requireMultiple(right.length, rank);
    boolean tucker = parts.containsKey(core);
    int rows = left.length / rank;
    int columns = right.length / rank;
    long size = Math.multiplyExact((long) rows * columns, tucker ? places(core) : 1);
    if (size > target.shape().elements()) {
      throw unusable("parts that make more than " + target.shape());
    }
    return tucker
        ? Products.tucker(core(core, rank), left, right, rank, places(core))
        : Products.matrix(left, right, rows, rank, columns);
  }

  private float[] core(String name, int rank) {
    float[] core = values(name);
    if (core.length != (long) rank * rank * places(name)) {
      throw unusable("a core of another rank");
    }
    return core;
  }

  private float[] scaled(float[] values, int rank) {
    StoredTensor alpha = parts.get("alpha");
    if (alpha != null && alpha.elements() == 1) {
      float scale = TensorValues.read(alpha).get(0) / rank;
      for (int i = 0; i < values.length; i++) {
        values[i] *= scale;
      }
    }
    return values;
  }

  private float[] values(String part) {
    return TensorValues.read(stored(part)).toArray();
  }

  private int axis(String part, int index) {
    Shape shape = stored(part).shape();
    if (shape.rank() <= index || shape.axis(index) == 0 || shape.axis(index) > Integer.MAX_VALUE) {
      throw unusable("the shape %s of %s".formatted(shape, WeightFiles.quoted(part)));
    }
    return (int) shape.axis(index);
  }

  private StoredTensor stored(String part) {
    StoredTensor tensor = parts.get(part);
    if (tensor == null) {
      throw unusable("no part " + WeightFiles.quoted(part));
    }
    return tensor;
  }

  private int places(String part) {
    return places(stored(part).shape());
  }

  /** The size of a convolution's kernel. */
  private static int places(Shape shape) {
    long places = 1;
    for (int i = 2; i < shape.rank(); i++) {
      places *= shape.axis(i);
    }
    return Math.toIntExact(places);
  }

  private void requireMultiple(int length, int of) {
    if (of == 0 || length % of != 0) {
      throw unusable("parts of different ranks");
    }
  }

  private GenerationException unusable(String found) {
    return GenerationException.unusable(
        file,
        "a LoRA for %s".formatted(target.name()),
        found + " at " + WeightFiles.quoted(module));
  }
}
