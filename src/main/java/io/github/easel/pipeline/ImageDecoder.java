package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
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
  private final LastRun<Shape> runs;
  private double nanosPerCell;

  /**
   * Opens the network.
   *
   * @param knownFactor pixels to a latent cell where the model's files say so; else one small run
   *     tells
   */
  ImageDecoder(Engine engine, Path file, OptionalInt knownFactor) {
    session = engine.openImageDecoder(file);
    runs = new LastRun<>(this::bind);
    try {
      Ports inputs = new Ports(file, "input", session.inputs());
      latents = inputs.requireFloats("latent_sample", "latent").name();
      inputs.allow(Set.of(latents));
      pixels =
          new Ports(file, "output", session.outputs()).requireFloats("sample", "images").name();
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

  /**
   * Decodes one picture.
   *
   * @param scaled [1, 4, height, width], already divided by the scaling factor
   * @return a picture of factor x width by factor x height pixels; -1 becomes 0 and 1 becomes 255,
   *     rounded half to even as in diffusers, what is beyond is cut
   */
  PixelImage decode(FloatTensor scaled, Cancellation cancellation) {
    BoundRun ready = runs.of(scaled.shape());
    ready.input(latents).set(scaled);
    long begin = System.nanoTime();
    ready.execute(cancellation);
    nanosPerCell = (double) (System.nanoTime() - begin) / cells(scaled.shape());
    FloatTensor planes = ready.output(pixels);
    int height = (int) planes.shape().axis(2);
    int width = (int) planes.shape().axis(3);
    return PixelImage.of(width, height, interleave(planes, width * height));
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
        float unit = Math.min(1f, Math.max(0f, values[colour * area + i] / 2 + 0.5f));
        rgb[COLOURS * i + colour] = (byte) Math.rint(unit * 255);
      }
    }
    return rgb;
  }

  @Override
  public void close() {
    runs.close();
    session.close();
  }
}
