package io.github.easel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PreviewWish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What holds jobs up: a pause, a hold of their own, the end of the program. */
class JobQueuePauseTest {

  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<Long> drawn = new ArrayList<>();

  /** Is told the number of pictures drawn so far, while the next is being drawn. */
  private IntConsumer meanwhile = count -> {};

  private GenerationResult draw(GenerationRequest request) {
    meanwhile.accept(drawn.size());
    drawn.add(request.seed());
    return Jobs.result(request);
  }

  /** A queue whose worker works when {@link #workAll} says so. */
  private JobQueue patient() {
    return new JobQueue(
        (request, progress, cancellation) -> draw(request), later::add, () -> PreviewWish.NONE);
  }

  private void workAll() {
    while (!later.isEmpty()) {
      Objects.requireNonNull(later.poll()).run();
    }
  }

  @Test
  void beginsNothingInAPause() {
    JobQueue queue = patient();
    queue.submit(Jobs.of(1, 1));
    queue.submit(Jobs.of(2, 1));
    queue.pause(true);
    workAll();
    queue.submit(Jobs.of(3, 1));
    assertThat(later).isEmpty();
    assertThat(drawn).isEmpty();
    queue.pause(false);
    assertThat(later).hasSize(3);
    workAll();
    assertThat(drawn).containsExactly(1L, 2L, 3L);
  }

  @Test
  void pausesBetweenTwoPicturesOfAJob() {
    JobQueue queue = patient();
    Job job = Jobs.of(1, 3);
    queue.submit(job);
    queue.submit(Jobs.of(9, 1));
    meanwhile = count -> queue.pause(count == 0);
    workAll();
    assertThat(drawn).containsExactly(1L);
    assertThat(job.state()).isEqualTo(JobState.QUEUED);
    assertThat(job.progress()).isEmpty();
    assertThat(queue.line().open()).startsWith(job);
    queue.pause(false);
    workAll();
    assertThat(drawn).containsExactly(1L, 2L, 3L, 9L);
    assertThat(job.state()).isEqualTo(JobState.DONE);
  }

  @Test
  void dropsAJobThatAPauseHeldUp() {
    JobQueue queue = patient();
    Job job = Jobs.of(1, 3);
    queue.submit(job);
    meanwhile =
        count -> {
          queue.pause(true);
          queue.cancel(job);
        };
    workAll();
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(queue.line().open()).isEmpty();
  }

  @Test
  void keepsTheWorkerFreeOfTasksThatAPauseMadeUseless() {
    JobQueue queue = patient();
    for (int i = 0; i < 5; i++) {
      queue.submit(Jobs.of(i, 1));
    }
    for (int i = 0; i < 100; i++) {
      queue.pause(true);
      queue.pause(false);
    }
    assertThat(later).hasSize(5);
  }

  @Test
  void passesOverJobsThatAreHeldBackUntilTheyAreReleased() {
    JobQueue queue = patient();
    Job held = new Job(UUID.randomUUID(), Draft.EMPTY, Jobs.requests(1, 3), 1, 2, true);
    queue.submit(held);
    queue.submit(Jobs.of(9, 1));
    workAll();
    assertThat(drawn).containsExactly(9L);
    assertThat(queue.waiting()).containsExactly(held);
    queue.release(job -> job.begun() < 2);
    assertThat(later).isEmpty();
    queue.release(job -> true);
    meanwhile = count -> assertThat(held.begun()).isEqualTo(count == 1 ? 3 : 1);
    workAll();
    assertThat(drawn).containsExactly(9L, 2L, 3L);
  }

  @Test
  void putsTheRunningJobBackInFrontWhenClosed() {
    JobQueue queue = patient();
    Job running = Jobs.of(1, 3);
    Job waiting = Jobs.of(9, 1);
    queue.submit(running);
    queue.submit(waiting);
    meanwhile =
        count -> {
          if (count == 1) {
            queue.close();
            throw new GenerationException(Failure.CANCELLED, "cancelled");
          }
        };
    workAll();
    assertThat(queue.line().open()).containsExactly(running, waiting);
    assertThat(running.state()).isEqualTo(JobState.QUEUED);
    assertThat(running.done()).isEqualTo(1);
    assertThat(running.begun()).isZero();
    assertThat(waiting.state()).isEqualTo(JobState.QUEUED);
    assertThatThrownBy(() -> queue.submit(Jobs.of(1, 1))).isInstanceOf(IllegalStateException.class);
    queue.pause(true);
    queue.pause(false);
    assertThat(later).isEmpty();
  }

  @Test
  void putsBackNothingThatWasCancelledBeforeTheClosing() {
    JobQueue queue = patient();
    Job job = Jobs.of(1, 3);
    queue.submit(job);
    meanwhile =
        count -> {
          queue.cancel(job);
          queue.close();
        };
    workAll();
    assertThat(queue.line().open()).isEmpty();
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
  }
}
