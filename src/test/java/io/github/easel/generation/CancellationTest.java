package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void runsItsActionsOnce() {
    cancellation.onCancel(calls::incrementAndGet);
    assertThat(cancellation.isCancelled()).isFalse();
    cancellation.cancel();
    cancellation.cancel();
    assertThat(cancellation.isCancelled()).isTrue();
    assertThat(calls).hasValue(1);
  }

  @Test
  void forgetsClosedRegistrations() {
    cancellation.onCancel(calls::incrementAndGet).close();
    cancellation.cancel();
    assertThat(calls).hasValue(0);
  }

  @Test
  void runsLateActionsAtOnce() {
    cancellation.cancel();
    cancellation.onCancel(calls::incrementAndGet);
    assertThat(calls).hasValue(1);
  }

  @Test
  void checkThrowsOnlyOnceCancelled() {
    cancellation.check();
    cancellation.cancel();
    assertThatThrownBy(cancellation::check)
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
  }
}
