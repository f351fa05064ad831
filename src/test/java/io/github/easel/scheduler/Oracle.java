package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Arrays;

/** Models that know the answer, for samplers to be judged by. */
final class Oracle {

  private Oracle() {}

  /** The clean sample that a model would say, given a sample alpha x_0 + sigma e. */
  interface Model {

    double clean(int index, double sample, double alpha, double sigma);
  }

  /** Knows the one picture there is. */
  static Model picture(FloatTensor picture) {
    return (i, sample, alpha, sigma) -> picture.get(i);
  }

  /** Knows that values are normal with a standard deviation, and says the expected one. */
  static Model normal(double deviation) {
    double variance = deviation * deviation;
    return (i, sample, alpha, sigma) ->
        variance * alpha * sample / (alpha * alpha * variance + sigma * sigma);
  }

  /** What a sampler makes of a first sample. */
  static float[] run(
      Sampler sampler, PredictionType prediction, Model model, FloatTensor first, int start) {
    FloatTensor sample = first.copy();
    NoiseSource noise = new TorchCpuRandom(7);
    for (int call = start; call < sampler.calls(); call++) {
      sampler.step(call, output(sampler, call, prediction, model, sample), sample, noise);
    }
    return sample.toArray();
  }

  /** What the model says of a sample at a call. */
  static FloatTensor output(
      Sampler sampler, int call, PredictionType prediction, Model model, FloatTensor sample) {
    FloatTensor output = FloatTensor.zeros(sample.shape());
    double alpha = share(sampler, call, 1, 0);
    double sigma = share(sampler, call, 0, 1);
    for (int i = 0; i < sample.size(); i++) {
      double x = sample.get(i);
      double clean = model.clean(i, x, alpha, sigma);
      double e = (x - alpha * clean) / sigma;
      // samples of the form x_0 + sigma e are shown to the model at unit variance
      double norm = prediction == PredictionType.FLOW_PREDICTION ? 1 : Math.hypot(alpha, sigma);
      output.set(
          i,
          (float)
              switch (prediction) {
                case EPSILON -> e;
                case SAMPLE -> clean;
                case V_PREDICTION -> (alpha * e - sigma * clean) / norm;
                case FLOW_PREDICTION -> e - clean;
              });
    }
    return output;
  }

  /** A first sample: the picture, noised as the sampler expects it. */
  static FloatTensor noised(Sampler sampler, int call, FloatTensor picture) {
    FloatTensor noised = FloatTensor.zeros(picture.shape());
    new TorchCpuRandom(3).fill(noised);
    sampler.addNoise(call, picture, noised, noised);
    return noised;
  }

  /** alpha or sigma at a call, told from how the sampler noises pictures. */
  static double share(Sampler sampler, int call, float clean, float noise) {
    FloatTensor mixed = FloatTensor.of(Shape.of(1), clean);
    sampler.addNoise(call, mixed, FloatTensor.of(Shape.of(1), noise), mixed);
    return mixed.get(0);
  }

  static double deviation(float[] values) {
    double square = 0;
    for (float value : values) {
      square += (double) value * value;
    }
    return Math.sqrt(square / values.length);
  }

  static FloatTensor filled(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return FloatTensor.of(Shape.of(size), values);
  }
}
