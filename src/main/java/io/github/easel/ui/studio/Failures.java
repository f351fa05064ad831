package io.github.easel.ui.studio;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;

/** Names failures that came without a name. */
final class Failures {

  private Failures() {}

  static GenerationException of(Throwable thrown) {
    if (thrown instanceof GenerationException named) {
      return named;
    }
    Failure kind = thrown instanceof OutOfMemoryError ? Failure.OUT_OF_MEMORY : Failure.INTERNAL;
    return new GenerationException(kind, thrown.toString(), thrown, thrown.toString());
  }
}
