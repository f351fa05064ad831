package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.model.AdaptedWeights;
import io.github.easel.model.LoraBlend;
import io.github.easel.model.ModelPackage;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The networks of a model that are opened together, and the LoRAs that are in them. */
final class AdaptedSide implements AutoCloseable {

  /** No LoRAs have this key. */
  private static final String BROKEN = "broken";

  private final LoraBlend.Side side;
  private final ModelPackage own;
  private final Consumer<ModelPackage> exchange;
  private String key = "";
  private @Nullable AdaptedWeights weights;

  /**
   * Networks that are open with the model's own weights.
   *
   * @param exchange closes them and opens those of another package in their place
   */
  AdaptedSide(LoraBlend.Side side, ModelPackage own, Consumer<ModelPackage> exchange) {
    this.side = side;
    this.own = own;
    this.exchange = exchange;
  }

  /** Whether the weights are the model's own. */
  boolean isOwn() {
    return key.isEmpty();
  }

  /** Whether LoRAs make other weights than there are. */
  boolean differs(LoraBlend blend) {
    return !blend.key(side).equals(key);
  }

  /**
   * Puts LoRAs in, in the place of those before.
   *
   * @throws io.github.easel.generation.GenerationException and the networks are as they were, or
   *     where not even those open again, will be opened by the next call
   */
  void adapt(LoraBlend blend, Path work, Cancellation cancellation) {
    if (!differs(blend)) {
      if (weights != null) {
        weights.touch();
      }
      return;
    }
    AdaptedWeights made = blend.weights(side, work, cancellation);
    AdaptedWeights before = weights;
    try {
      exchange.accept(own.with(made));
    } catch (RuntimeException | Error e) {
      made.close();
      String known = key;
      key = BROKEN;
      exchange.accept(before == null ? own : own.with(before));
      key = known;
      throw e;
    }
    key = blend.key(side);
    weights = made;
    if (before != null) {
      before.close();
    }
  }

  /** Deletes what was made for them, which must be closed before. */
  @Override
  public void close() {
    if (weights != null) {
      weights.close();
      weights = null;
    }
  }
}
