package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.MemoryPlan;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
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
  private final boolean sizeIsFree;

  /**
   * Takes an opened network over.
   *
   * @param factor pixels to a latent cell
   */
  ImageEncoder(Session session, int factor) {
    this.factor = factor;
    this.session = session;
    try {
      Ports inputs = new Ports(session.file(), "input", session.inputs());
      Port input = inputs.requireFloats("sample", "images");
      pixels = input.name();
      sizeIsFree = input.axis(2) == Port.FREE && input.axis(3) == Port.FREE;
      inputs.allow(Set.of(pixels));
      latents =
          new Ports(session.file(), "output", session.outputs())
              .requireFloats(PARAMETERS, "latent_sample", "latent");
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /**
   * Encodes one picture as usual; see {@link #encode(PixelImage, Optional, MemoryPlan,
   * Cancellation)}.
   */
  Posterior encode(PixelImage image, Optional<Mask> hidden, Cancellation cancellation) {
    return encode(image, hidden, MemoryPlan.of(MemoryPlan.Level.ALL_STAY), cancellation);
  }

  /**
   * Encodes one picture, a large one in tiles.
   *
   * @param image of sides that are multiples of the factor
   * @param plan how large tiles are
   * @param hidden what is not to be seen of it: grey, half-way between black and white, wherever
   *     this is marked by half or more
   */
  Posterior encode(
      PixelImage image, Optional<Mask> hidden, MemoryPlan plan, Cancellation cancellation) {
    FloatTensor planes = FloatTensor.zeros(Shape.of(1, COLOURS, image.height(), image.width()));
    fill(planes, image);
    hidden.ifPresent(mask -> hide(planes, mask.values()));
    int width = image.width() / factor;
    int height = image.height() / factor;
    FloatTensor output =
        sizeIsFree && Tiling.needed(plan, width, height)
            ? tiles(planes, Tiling.of(plan, width, height), cancellation)
            : run(planes, width, height, cancellation);
    return channels() == Denoiser.CHANNELS ? Posterior.drawn(output) : Posterior.of(output);
  }

  private int channels() {
    return latents.name().equals(PARAMETERS) ? 2 * Denoiser.CHANNELS : Denoiser.CHANNELS;
  }

  private FloatTensor run(FloatTensor planes, int width, int height, Cancellation cancellation) {
    Map<String, Shape> made = Map.of(latents.name(), Shape.of(1, channels(), height, width));
    try (BoundRun run = session.bind(Map.of(pixels, planes.shape()), made)) {
      return run(run, planes, cancellation).copy();
    }
  }

  private FloatTensor run(BoundRun run, FloatTensor planes, Cancellation cancellation) {
    run.input(pixels).set(planes);
    run.execute(cancellation);
    return run.output(latents.name());
  }

  private FloatTensor tiles(FloatTensor planes, Tiling cells, Cancellation cancellation) {
    int width = cells.across().total();
    int height = cells.down().total();
    Tiling pieces = cells.times(factor);
    float[] sums = new float[channels() * width * height];
    Shape given = Shape.of(1, COLOURS, pieces.down().length(), pieces.across().length());
    Shape made = Shape.of(1, channels(), cells.down().length(), cells.across().length());
    try (BoundRun run = session.bind(Map.of(pixels, given), Map.of(latents.name(), made))) {
      for (int row = 0; row < cells.down().count(); row++) {
        for (int column = 0; column < cells.across().count(); column++) {
          cancellation.check();
          FloatTensor tile = run(run, pieces.cut(planes, column, row), cancellation);
          cells.add(tile, column, row, sums, 0, height);
        }
      }
    }
    return FloatTensor.of(Shape.of(1, channels(), height, width), sums);
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

  /** Lets go of its memory until it is next asked. */
  void rest() {
    session.rest();
  }

  @Override
  public void close() {
    session.close();
  }
}
