package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects that a file is refused, and in which words. */
final class Unusable {

  private Unusable() {}

  static void because(String found, ThrowingCallable opening) {
    GenerationException refused = catchThrowableOfType(GenerationException.class, opening);
    assertThat(refused).as("nothing was refused").isNotNull();
    assertThat(refused.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE);
    assertThat(refused.details()).hasSize(3);
    assertThat(refused.details().get(2)).contains(found);
  }

  static void unreadable(String reason, ThrowingCallable opening) {
    GenerationException refused = catchThrowableOfType(GenerationException.class, opening);
    assertThat(refused).as("nothing was refused").isNotNull();
    assertThat(refused.failure()).isEqualTo(Failure.FILE_UNREADABLE);
    assertThat(refused.details().get(1)).isEqualTo(reason);
  }
}
