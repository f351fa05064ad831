package io.github.easel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.generation.Timings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobQueueTest {

  private static final GenerationRequest REQUEST =
      new GenerationRequest(
          Prompt.of("a cat"),
          "starter",
          new ImageSize(64, 64),
          new Sampling(SamplerKind.DDIM, 4, 5),
          7);

  private static final GenerationResult RESULT =
      new GenerationResult(
          PixelImage.of(1, 1, new byte[3]),
          new Provenance(REQUEST, "starter", "", "torch-cpu", "none", "test"),
          new Timings(0, 0, 0, 0, 0),
          List.of());

  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<JobState> seen = new ArrayList<>();

  private JobQueue queue(Work work) {
    JobQueue queue = new JobQueue(work, Runnable::run);
    queue.listen(job -> seen.add(job.state()));
    return queue;
  }

  @Test
  void goesFromQueuedToDoneAndTellsProgress() {
    Progress half = new Progress(Stage.SAMPLING, 2, 4, 0.5);
    Job job =
        queue(
                (request, progress, cancellation) -> {
                  progress.on(half);
                  return RESULT;
                })
            .submit(REQUEST);
    assertThat(seen)
        .containsExactly(JobState.QUEUED, JobState.RUNNING, JobState.RUNNING, JobState.DONE);
    assertThat(job.progress()).contains(half);
    assertThat(job.result()).contains(RESULT);
    assertThat(job.failure()).isEmpty();
  }

  @Test
  void keepsTheFailureThatTheWorkNamed() {
    GenerationException named = new GenerationException(Failure.NOT_FINITE, "step 3", "3");
    Job job = failing(named);
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failure()).containsSame(named);
    assertThat(job.result()).isEmpty();
  }

  @Test
  void namesUnexpectedFailures() {
    assertThat(failing(new IllegalStateException("odd")).failure())
        .get()
        .extracting(GenerationException::failure, e -> e.details().get(0))
        .containsExactly(Failure.INTERNAL, "IllegalStateException: odd");
    assertThat(failing(new OutOfMemoryError("heap")).failure())
        .get()
        .extracting(GenerationException::failure)
        .isEqualTo(Failure.OUT_OF_MEMORY);
  }

  private Job failing(Throwable thrown) {
    return queue((request, progress, cancellation) -> sneak(thrown)).submit(REQUEST);
  }

  private static GenerationResult sneak(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Test
  void dropsAJobThatWaits() {
    List<GenerationRequest> done = new ArrayList<>();
    JobQueue queue =
        new JobQueue(
            (request, progress, cancellation) -> {
              done.add(request);
              return RESULT;
            },
            later::add);
    Job job = queue.submit(REQUEST);
    queue.cancel(job);
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    later.forEach(Runnable::run);
    assertThat(done).isEmpty();
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void interruptsARunningJob() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    ExecutorService worker = Threads.worker("test-worker");
    JobQueue queue =
        new JobQueue(
            (request, progress, cancellation) -> {
              cancellation.onCancel(interrupted::countDown);
              started.countDown();
              await(interrupted);
              cancellation.check();
              return RESULT;
            },
            worker);
    queue.listen(
        job -> {
          if (job.state().ended()) {
            ended.countDown();
          }
        });
    Job job = queue.submit(REQUEST);
    await(started);
    assertThat(job.state()).isEqualTo(JobState.RUNNING);
    queue.cancel(job);
    await(ended);
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    worker.shutdown();
    assertThat(worker.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keepsAPictureThatWasFinishedWhenTheWishCame() {
    List<Job> jobs = new ArrayList<>();
    JobQueue queue =
        new JobQueue(
            (request, progress, cancellation) -> {
              cancellation.cancel();
              return RESULT;
            },
            Runnable::run);
    queue.listen(jobs::add);
    assertThat(queue.submit(REQUEST).state()).isEqualTo(JobState.DONE);
    queue.cancel(jobs.get(0));
    assertThat(jobs.get(0).state()).isEqualTo(JobState.DONE);
  }

  @Test
  void cancelsEverythingWhenClosed() {
    JobQueue queue = new JobQueue((request, progress, cancellation) -> RESULT, later::add);
    Job first = queue.submit(REQUEST);
    Job second = queue.submit(REQUEST.withSeed(8));
    queue.close();
    assertThat(List.of(first.state(), second.state())).containsOnly(JobState.CANCELLED);
    assertThatThrownBy(() -> queue.submit(REQUEST)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void goesOnWhenAListenerFails() {
    JobQueue queue =
        queue(
            (request, progress, cancellation) -> {
              return RESULT;
            });
    queue.listen(
        job -> {
          throw new IllegalStateException("listener");
        });
    assertThat(queue.submit(REQUEST).state()).isEqualTo(JobState.DONE);
    assertThat(seen).endsWith(JobState.DONE);
  }

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
  void namesDaemonThreads() {
    Thread thread = Threads.daemon("easel-test", () -> {});
    assertThat(thread.getName()).isEqualTo("easel-test");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
  }
}
