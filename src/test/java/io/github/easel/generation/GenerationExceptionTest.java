package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GenerationExceptionTest {

  @Test
  void leavesANamedFailureAsItIs() {
    GenerationException named = new GenerationException(Failure.NOT_FINITE, "step 3", "3");
    assertThat(GenerationException.of(named)).isSameAs(named);
  }

  @Test
  void namesAFullHeap() {
    OutOfMemoryError thrown = new OutOfMemoryError("Java heap space");
    GenerationException named = GenerationException.of(thrown);
    assertThat(named.failure()).isEqualTo(Failure.OUT_OF_MEMORY);
    assertThat(named.details()).containsExactly("this picture");
    assertThat(named).hasCause(thrown).hasMessageContaining("Java heap space");
  }

  @Test
  void tellsWhatWasNotForeseenWithoutItsPackage() {
    GenerationException named = GenerationException.of(new IllegalStateException("odd"));
    assertThat(named.failure()).isEqualTo(Failure.INTERNAL);
    assertThat(named.details()).containsExactly("IllegalStateException: odd");
    assertThat(GenerationException.of(new StackOverflowError()).details())
        .containsExactly("StackOverflowError");
  }

  @Test
  void looksIntoWhatStagesWrap() {
    GenerationException named = new GenerationException(Failure.DESKTOP_UNAVAILABLE, "test");
    assertThat(GenerationException.of(new CompletionException(named))).isSameAs(named);
    assertThat(GenerationException.of(new CompletionException(null)).failure())
        .isEqualTo(Failure.INTERNAL);
  }
}
