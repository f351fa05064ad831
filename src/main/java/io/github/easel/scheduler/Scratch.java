package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** What a sampler works on, made at its first step, when the shape is known, and kept. */
final class Scratch {

  final Prediction prediction;

  /** The noise drawn last. */
  final float[] noise;

  private final Shape shape;
  private final FloatTensor drawn;

  private Scratch(Shape shape) {
    this.shape = shape;
    this.prediction = new Prediction(shape.elements());
    this.drawn = FloatTensor.zeros(shape);
    this.noise = new float[prediction.sample.length];
  }

  /** The scratch of steps before, if it fits. */
  static Scratch of(@Nullable Scratch before, Shape shape) {
    return before != null && before.shape.equals(shape) ? before : new Scratch(shape);
  }

  /** Pictures in the batch: the first axis counts them if there is any other axis. */
  int items() {
    return shape.rank() > 1 ? (int) shape.axis(0) : 1;
  }

  /** Draws standard normal noise to {@link #noise}. */
  void draw(NoiseSource source) {
    source.fill(drawn);
    drawn.get(noise);
  }

  /** Draws noise and adds it to the sample. */
  void addNoise(NoiseSource source, float deviation) {
    draw(source);
    float[] sample = prediction.sample;
    for (int i = 0; i < sample.length; i++) {
      sample[i] += deviation * noise[i];
    }
  }

  /** A copy of values, in the array of an earlier copy if it is as long. */
  static float[] copy(float[] values, float[] earlier) {
    if (earlier.length != values.length) {
      return values.clone();
    }
    System.arraycopy(values, 0, earlier, 0, values.length);
    return earlier;
  }
}
