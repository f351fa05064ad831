package io.github.easel.pipeline;

import io.github.easel.model.ModelPackage;
import io.github.easel.runtime.Engine;
import io.github.easel.tokenizer.PromptChunker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A model's text encoders, opened again when another clip skip is asked for. */
final class TextEncoders implements AutoCloseable {

  private final Engine engine;
  private ModelPackage model;
  private final List<PromptChunker> chunkers = new ArrayList<>();
  private final Supplier<PromptChunker> second;
  private final int length;
  private int clipSkip;
  private List<TextTower> current;

  /**
   * Opens the encoders with all the layers that the model was trained with.
   *
   * @param first cuts prompts for the first encoder
   * @param second gives what cuts them for the second, asked once if the model has two
   * @param length tokens in a chunk
   */
  TextEncoders(
      Engine engine,
      ModelPackage model,
      PromptChunker first,
      Supplier<PromptChunker> second,
      int length) {
    this.engine = engine;
    this.model = model;
    this.chunkers.add(first);
    this.second = second;
    this.length = length;
    this.clipSkip = 1;
    this.current = opened(1);
  }

  /** What they give together. */
  TextShape shape() {
    int width = current.stream().mapToInt(tower -> tower.encoder().width()).sum();
    return new TextShape(length, width, current.get(current.size() - 1).encoder().pooledWidth());
  }

  /**
   * The encoders for a clip skip; those that were given before are closed if they are others.
   *
   * @throws io.github.easel.generation.GenerationException CLIP_SKIP_UNSUITABLE, and those before
   *     stay open
   */
  List<TextTower> skipping(int wanted) {
    if (wanted != clipSkip) {
      List<TextTower> others = opened(wanted);
      close();
      current = others;
      clipSkip = wanted;
    }
    return current;
  }

  /** Lets go of the networks, so that those of other weights may take their place. */
  void exchange(ModelPackage other) {
    close();
    current = List.of();
    model = other;
    current = opened(clipSkip);
  }

  /** Bytes of all their weights. */
  long weightBytes() {
    return current.stream().mapToLong(tower -> tower.encoder().weightBytes()).sum();
  }

  /** Lets go of their memory until they are next asked. */
  void rest() {
    current.forEach(tower -> tower.encoder().rest());
  }

  private List<TextTower> opened(int wanted) {
    List<TextEncoder> encoders = new ArrayList<>();
    try {
      encoders.add(new TextEncoder(model.openTextEncoder(engine, wanted), length, wanted));
      model
          .openSecondTextEncoder(engine, wanted)
          .ifPresent(session -> encoders.add(new TextEncoder(session, length, wanted)));
      if (encoders.size() > chunkers.size()) {
        chunkers.add(second.get());
      }
    } catch (RuntimeException | Error e) {
      encoders.forEach(TextEncoder::close);
      throw e;
    }
    List<TextTower> towers = new ArrayList<>();
    for (int i = 0; i < encoders.size(); i++) {
      towers.add(new TextTower(chunkers.get(i), encoders.get(i)));
    }
    return List.copyOf(towers);
  }

  @Override
  public void close() {
    current.forEach(tower -> tower.encoder().close());
  }
}
