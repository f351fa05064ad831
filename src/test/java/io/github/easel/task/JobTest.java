package io.github.easel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Draft;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobTest {

  @ParameterizedTest
  @EnumSource(
      value = JobState.class,
      names = {"DONE", "FAILED", "CANCELLED"})
  void staysAtItsEnd(JobState end) {
    assertThat(end.ended()).isTrue();
    for (JobState next : JobState.values()) {
      assertThat(end.leadsTo(next)).isFalse();
    }
  }

  @Test
  void refusesJobsWithoutAPictureToMake() {
    assertThatThrownBy(() -> Jobs.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Job(UUID.randomUUID(), Draft.EMPTY, Jobs.requests(1, 2), 2, 0, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesDaemonThreads() {
    Thread thread = Threads.daemon("easel-test", () -> {});
    assertThat(thread.getName()).isEqualTo("easel-test");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
  }
}
