package io.github.easel.pipeline;

import io.github.easel.model.ModelPackage;
import io.github.easel.runtime.Engine;

/** A model's text encoder, opened again when another clip skip is asked for. */
final class TextEncoders implements AutoCloseable {

  private final Engine engine;
  private final ModelPackage model;
  private final int length;
  private int clipSkip;
  private TextEncoder current;

  /**
   * Opens the encoder with all its layers.
   *
   * @param length tokens in a chunk
   */
  TextEncoders(Engine engine, ModelPackage model, int length) {
    this.engine = engine;
    this.model = model;
    this.length = length;
    this.clipSkip = 1;
    this.current = opened(1);
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
      TextEncoder other = opened(wanted);
      current.close();
      current = other;
      clipSkip = wanted;
    }
    return current;
  }

  private TextEncoder opened(int wanted) {
    return new TextEncoder(model.openTextEncoder(engine, wanted), length);
  }

  @Override
  public void close() {
    current.close();
  }
}
