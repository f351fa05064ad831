package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.EightBitUnet;
import io.github.easel.model.ModelPackage;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.PreparedNetworks;
import io.github.easel.runtime.Session;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds a UNet's form of 8 bits among the networks that were made ready, or makes it. */
final class FastUnet {

  private final Engine engine;
  private final PreparedNetworks kept;
  private final EightBitUnet unet;

  private FastUnet(Engine engine, PreparedNetworks kept, EightBitUnet unet) {
    this.engine = engine;
    this.kept = kept;
    this.unet = unet;
  }

  /**
   * That of a model.
   *
   * @throws GenerationException EIGHT_BITS_IMPOSSIBLE
   */
  static FastUnet of(ModelPackage model, Engine engine) {
    Optional<PreparedNetworks> kept = engine.prepared();
    Optional<EightBitUnet> unet =
        engine.device().equals("CPU") ? model.eightBitUnet() : Optional.empty();
    if (kept.isEmpty() || unet.isEmpty() || unet.get().bounds() == 0) {
      throw impossible(model);
    }
    return new FastUnet(engine, kept.get(), unet.get());
  }

  static GenerationException impossible(ModelPackage model) {
    return new GenerationException(
        Failure.EIGHT_BITS_IMPOSSIBLE, "no 8 bits for " + model.name(), model.name());
  }

  /** Whether it was made before. */
  boolean isKnown() {
    return kept.find(unet.key()).isPresent();
  }

  /** Opens it; what cannot be used is taken away, to be made again. */
  Session open() {
    Path file = kept.find(unet.key()).orElseThrow();
    try {
      return engine.open(file, true);
    } catch (GenerationException e) {
      kept.remove(unet.key());
      throw e;
    }
  }

  /**
   * Makes it.
   *
   * @param drawing draws with the network that it is given, and closes it
   */
  void make(Consumer<Session> drawing, Cancellation cancellation) {
    BoundsSession observed =
        new BoundsSession(engine.open(unet.observed(), true), EightBitUnet.BOUNDS, unet.bounds());
    drawing.accept(observed);
    float[] bounds = observed.bounds();
    kept.make(unet.key(), unet.file(), file -> unet.write(bounds, file, cancellation));
  }
}
