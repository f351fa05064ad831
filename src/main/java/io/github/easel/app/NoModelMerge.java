package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import java.util.function.DoubleConsumer;

/** Merges nothing. */
final class NoModelMerge implements ModelMerge {

  @Override
  public Merged merge(Recipe recipe, DoubleConsumer progress, Cancellation cancellation) {
    throw new UnsupportedOperationException("these services merge nothing");
  }
}
