package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The autoencoder's first half: pixels to latents. Exports come in two kinds: some draw from the
 * posterior inside the graph, with noise that no seed controls, others give mean and log-variance,
 * and we draw. The engine makes the first kind into the second where it can.
 */
final class ImageEncoder implements AutoCloseable {

  private static final int COLOURS = 3;
  private static final int HALF = 128;
  private static final String PARAMETERS = "latent_parameters";

  private final Session session;
  private final String pixels;
  private final Port latents;
  private final int factor;

  /**
   * Opens the network.
   *
   * @param factor pixels to a latent cell
   */
  ImageEncoder(Engine engine, Path file, int factor) {
    this.factor = factor;
    session = engine.openImageEncoder(file);
    try {
      Ports inputs = new Ports(file, "input", session.inputs());
      pixels = inputs.requireFloats("sample", "images").name();
      inputs.allow(Set.of(pixels));
      latents =
          new Ports(file, "output", session.outputs())
              .requireFloats(PARAMETERS, "latent_sample", "latent");
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /**
   * Encodes one picture.
   *
   * @param image of sides that are multiples of the factor
   * @param hidden what is not to be seen of it: grey, half-way between black and white, wherever
   *     this is marked by half or more
   */
  Posterior encode(PixelImage image, Optional<Mask> hidden, Cancellation cancellation) {
    boolean parameters = latents.name().equals(PARAMETERS);
    Shape given = Shape.of(1, COLOURS, image.height(), image.width());
    Shape made =
        Shape.of(
            1,
            parameters ? 2 * Denoiser.CHANNELS : Denoiser.CHANNELS,
            image.height() / factor,
            image.width() / factor);
    try (BoundRun run = session.bind(Map.of(pixels, given), Map.of(latents.name(), made))) {
      FloatTensor planes = run.input(pixels);
      fill(planes, image);
      hidden.ifPresent(mask -> hide(planes, mask.values()));
      run.execute(cancellation);
      FloatTensor output = run.output(latents.name());
      return parameters ? Posterior.of(output) : Posterior.drawn(output.copy());
    }
  }

  /** 0 becomes -1 and 255 becomes 1. */
  private static void fill(FloatTensor planes, PixelImage image) {
    byte[] rgb = image.rgb();
    int area = rgb.length / COLOURS;
    for (int i = 0; i < rgb.length; i++) {
      planes.set(i % COLOURS * area + i / COLOURS, 2 * ((rgb[i] & 255) / 255f) - 1);
    }
  }

  private static void hide(FloatTensor planes, byte[] mask) {
    for (int i = 0; i < planes.size(); i++) {
      if ((mask[i % mask.length] & 255) >= HALF) {
        planes.set(i, 0);
      }
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
