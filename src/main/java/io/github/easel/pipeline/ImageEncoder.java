package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.random.NoiseSource;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The autoencoder's first half: pixels to latents. Exports come in two kinds: some draw from the
 * posterior inside the graph, with noise that no seed controls, others give mean and log-variance,
 * and we draw (Kingma and Welling 2014, eq. 10).
 */
final class ImageEncoder implements AutoCloseable {

  private static final float LEAST_LOG_VARIANCE = -30;
  private static final float MOST_LOG_VARIANCE = 20;

  private final Session session;
  private final String pixels;
  private final Port latents;

  ImageEncoder(Engine engine, Path file) {
    session = engine.open(file);
    try {
      Ports inputs = new Ports(file, "input", session.inputs());
      pixels = inputs.requireFloats("sample", "images").name();
      inputs.allow(Set.of(pixels));
      latents =
          new Ports(file, "output", session.outputs())
              .requireFloats("latent_parameters", "latent_sample", "latent");
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /** Whether a seed decides what {@link #encode} draws. */
  boolean seeded() {
    return latents.name().equals("latent_parameters");
  }

  /**
   * Draws latents of a picture.
   *
   * @param image [1, 3, height, width], -1 to 1
   * @param noise drawn from once, if this export leaves the drawing to us
   * @return [1, 4, height / factor, width / factor], not yet scaled
   */
  FloatTensor encode(FloatTensor image, NoiseSource noise, Cancellation cancellation) {
    Map<String, Shape> inputs = Map.of(pixels, image.shape());
    Shape given = session.measure(inputs, latents.name());
    try (BoundRun run = session.bind(inputs, Map.of(latents.name(), given))) {
      run.input(pixels).set(image);
      run.execute(cancellation);
      FloatTensor output = run.output(latents.name());
      return seeded() ? draw(output, noise) : output.copy();
    }
  }

  private static FloatTensor draw(FloatTensor parameters, NoiseSource noise) {
    Shape both = parameters.shape();
    FloatTensor drawn =
        FloatTensor.zeros(Shape.of(1, both.axis(1) / 2, both.axis(2), both.axis(3)));
    noise.fill(drawn);
    int half = drawn.size();
    for (int i = 0; i < half; i++) {
      float logVariance =
          Math.min(MOST_LOG_VARIANCE, Math.max(LEAST_LOG_VARIANCE, parameters.get(half + i)));
      float deviation = (float) Math.exp(0.5f * logVariance);
      drawn.set(i, parameters.get(i) + deviation * drawn.get(i));
    }
    return drawn;
  }

  @Override
  public void close() {
    session.close();
  }
}
