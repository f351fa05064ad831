package io.github.easel.pipeline;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Optional;

/**
 * What an autoencoder makes of a picture: a normal distribution for every latent (Kingma and
 * Welling 2014, section 3).
 *
 * @param mean [1, 4, height, width], not yet scaled
 * @param deviation of that shape; nothing if the latents were drawn already, by noise of no seed
 */
record Posterior(FloatTensor mean, Optional<FloatTensor> deviation) {

  private static final float LEAST_LOG_VARIANCE = -30;
  private static final float MOST_LOG_VARIANCE = 20;

  /**
   * Takes a network's answer apart.
   *
   * @param parameters [1, 8, height, width]: means, then logarithms of variances
   */
  static Posterior of(FloatTensor parameters) {
    Shape both = parameters.shape();
    Shape half = Shape.of(1, both.axis(1) / 2, both.axis(2), both.axis(3));
    FloatTensor mean = FloatTensor.zeros(half);
    FloatTensor deviation = FloatTensor.zeros(half);
    mean.copy(0, parameters, 0, mean.size());
    for (int i = 0; i < deviation.size(); i++) {
      float logVariance = parameters.get(mean.size() + i);
      float bounded = Math.min(MOST_LOG_VARIANCE, Math.max(LEAST_LOG_VARIANCE, logVariance));
      deviation.set(i, (float) Math.exp(0.5f * bounded));
    }
    return new Posterior(mean, Optional.of(deviation));
  }

  /** Latents that the network has drawn itself. */
  static Posterior drawn(FloatTensor latents) {
    return new Posterior(latents, Optional.empty());
  }

  /** Whether a seed decides what {@link #sample} gives. */
  boolean seeded() {
    return deviation.isPresent();
  }

  /** Latents of the picture (equation 10), drawn from the noise once if they are not drawn yet. */
  FloatTensor sample(NoiseSource noise) {
    FloatTensor latents = mean.copy();
    if (deviation.isPresent()) {
      FloatTensor draw = FloatTensor.zeros(mean.shape());
      noise.fill(draw);
      for (int i = 0; i < latents.size(); i++) {
        latents.set(i, mean.get(i) + deviation.get().get(i) * draw.get(i));
      }
    }
    return latents;
  }
}
