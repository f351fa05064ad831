package io.github.easel.pipeline;

import io.github.easel.runtime.Engine;
import java.nio.file.Path;

/** A model's text encoder, opened again when another clip skip is asked for. */
final class TextEncoders implements AutoCloseable {

  private final Engine engine;
  private final Path file;
  private final int length;
  private int clipSkip;
  private TextEncoder current;

  /**
   * Opens the encoder with all its layers.
   *
   * @param length tokens in a chunk
   */
  TextEncoders(Engine engine, Path file, int length) {
    this.engine = engine;
    this.file = file;
    this.length = length;
    this.clipSkip = 1;
    this.current = new TextEncoder(engine, file, length);
  }

  /** The length of one embedding. */
  int width() {
    return current.width();
  }

  /**
   * The encoder for a clip skip; the one that was given before is closed if it is another.
   *
   * @throws io.github.easel.generation.GenerationException CLIP_SKIP_UNSUITABLE, and the one before
   *     stays open
   */
  TextEncoder skipping(int wanted) {
    if (wanted != clipSkip) {
      TextEncoder other = new TextEncoder(engine, file, length, wanted);
      current.close();
      current = other;
      clipSkip = wanted;
    }
    return current;
  }

  @Override
  public void close() {
    current.close();
  }
}
