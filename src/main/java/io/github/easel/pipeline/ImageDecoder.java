package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.MemoryPlan;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The autoencoder's second half: latents to pixels. One picture at a time, since some
 * half-precision decoders give strange pictures in batches.
 */
final class ImageDecoder implements AutoCloseable {

  private static final int SMALL_SIDE = 8;
  private static final int COLOURS = 3;

  private final Session session;
  private final String latents;
  private final String pixels;
  private final int factor;
  private final boolean sizeIsFree;
  private final LastRun<Shape> runs;
  private double nanosPerCell;

  /**
   * Takes an opened network over.
   *
   * @param knownFactor pixels to a latent cell where the model's files say so; else one small run
   *     tells
   */
  ImageDecoder(Session session, OptionalInt knownFactor) {
    this.session = session;
    runs = new LastRun<>(this::bind);
    try {
      Ports inputs = new Ports(session.file(), "input", session.inputs());
      Port input = inputs.requireFloats("latent_sample", "latent");
      latents = input.name();
      sizeIsFree = input.axis(2) == Port.FREE && input.axis(3) == Port.FREE;
      inputs.allow(Set.of(latents));
      pixels =
          new Ports(session.file(), "output", session.outputs())
              .requireFloats("sample", "images")
              .name();
      factor = knownFactor.orElseGet(this::measuredFactor);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private int measuredFactor() {
    Shape small = Shape.of(1, Denoiser.CHANNELS, SMALL_SIDE, SMALL_SIDE);
    return (int) (session.measure(Map.of(latents, small), pixels).axis(2) / SMALL_SIDE);
  }

  /** Pixels to a latent cell, 8 in Stable Diffusion. */
  int factor() {
    return factor;
  }

  /** Decodes one picture as usual; see {@link #decode(FloatTensor, MemoryPlan, Cancellation)}. */
  PixelImage decode(FloatTensor scaled, Cancellation cancellation) {
    return decode(scaled, MemoryPlan.of(MemoryPlan.Level.ALL_STAY), cancellation);
  }

  /**
   * Decodes one picture, a large one in tiles.
   *
   * @param scaled [1, 4, height, width], already divided by the scaling factor
   * @param plan how large tiles are
   * @return a picture of factor x width by factor x height pixels; -1 becomes 0 and 1 becomes 255,
   *     rounded half to even as in diffusers, what is beyond is cut
   */
  PixelImage decode(FloatTensor scaled, MemoryPlan plan, Cancellation cancellation) {
    long begin = System.nanoTime();
    boolean tiled =
        sizeIsFree && Tiling.needed(plan, scaled.shape().axis(3), scaled.shape().axis(2));
    PixelImage picture = tiled ? tiles(scaled, plan, cancellation) : whole(scaled, cancellation);
    nanosPerCell = (double) (System.nanoTime() - begin) / cells(scaled.shape());
    return picture;
  }

  private PixelImage whole(FloatTensor scaled, Cancellation cancellation) {
    FloatTensor planes = planes(scaled, cancellation);
    int height = (int) planes.shape().axis(2);
    int width = (int) planes.shape().axis(3);
    return PixelImage.of(width, height, interleave(planes, width * height));
  }

  private PixelImage tiles(FloatTensor scaled, MemoryPlan plan, Cancellation cancellation) {
    Tiling tiling = Tiling.of(plan, (int) scaled.shape().axis(3), (int) scaled.shape().axis(2));
    TiledPixels pixels = new TiledPixels(tiling.times(factor));
    for (int row = 0; row < tiling.down().count(); row++) {
      for (int column = 0; column < tiling.across().count(); column++) {
        cancellation.check();
        pixels.add(planes(tiling.cut(scaled, column, row), cancellation), column);
      }
      pixels.endRow();
    }
    return pixels.picture();
  }

  /**
   * [1, 3, height, width] about -1 to 1, the same tensor for latents of the same shape.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} if some are no numbers
   */
  private FloatTensor planes(FloatTensor scaled, Cancellation cancellation) {
    BoundRun ready = runs.of(scaled.shape());
    ready.input(latents).set(scaled);
    ready.execute(cancellation);
    FloatTensor planes = ready.output(pixels);
    if (!SamplingLoop.isFinite(planes)) {
      // they would be saved as a black picture
      throw GenerationException.unusable(
          session.file(), "an autoencoder that makes pixels", "one that makes NaN or infinity");
    }
    return planes;
  }

  /** How long latents of this shape should take, by the last picture; 0 before the first. */
  double expectedNanos(Shape shape) {
    return nanosPerCell * cells(shape);
  }

  private static long cells(Shape shape) {
    return shape.axis(2) * shape.axis(3);
  }

  private BoundRun bind(Shape shape) {
    Shape image = Shape.of(1, COLOURS, shape.axis(2) * factor, shape.axis(3) * factor);
    return session.bind(Map.of(latents, shape), Map.of(pixels, image));
  }

  private static byte[] interleave(FloatTensor planes, int area) {
    float[] values = planes.toArray();
    byte[] rgb = new byte[COLOURS * area];
    for (int colour = 0; colour < COLOURS; colour++) {
      for (int i = 0; i < area; i++) {
        rgb[COLOURS * i + colour] = level(values[colour * area + i]);
      }
    }
    return rgb;
  }

  /** A channel's byte: -1 becomes 0 and 1 becomes 255. */
  static byte level(float value) {
    float unit = Math.min(1f, Math.max(0f, value / 2 + 0.5f));
    return (byte) Math.rint(unit * 255);
  }

  /** Bytes of its weights. */
  long weightBytes() {
    return session.weightBytes();
  }

  /** Lets go of its memory until it is next asked. */
  void rest() {
    runs.close();
    session.rest();
  }

  @Override
  public void close() {
    runs.close();
    session.close();
  }
}
