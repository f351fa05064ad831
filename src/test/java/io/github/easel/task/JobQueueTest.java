package io.github.easel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class JobQueueTest {

  private static final long PATIENCE_SECONDS = 10;

  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<JobState> seen = new ArrayList<>();
  private final List<Long> drawn = new ArrayList<>();

  /** Is told the number of pictures drawn so far, while the next is being drawn. */
  private IntConsumer meanwhile = count -> {};

  private GenerationResult draw(GenerationRequest request) {
    meanwhile.accept(drawn.size());
    drawn.add(request.seed());
    return Jobs.result(request);
  }

  private JobQueue queue(Work work) {
    JobQueue queue = new JobQueue(work, Runnable::run, () -> PreviewWish.NONE);
    queue.listen(job -> seen.add(job.state()));
    return queue;
  }

  /** A queue whose worker works when {@link #work} says so. */
  private JobQueue patient() {
    return new JobQueue(
        (request, progress, cancellation) -> draw(request), later::add, () -> PreviewWish.NONE);
  }

  private void work() {
    Objects.requireNonNull(later.poll(), "the worker has nothing to do").run();
  }

  private void workAll() {
    while (!later.isEmpty()) {
      work();
    }
  }

  @Test
  void goesFromQueuedToDoneAndTellsProgress() {
    Progress half = new Progress(Stage.SAMPLING, 2, 4, 0.5);
    JobQueue queue =
        queue(
            (request, progress, cancellation) -> {
              progress.on(half);
              return Jobs.result(request);
            });
    Job job = Jobs.of(1, 1);
    queue.submit(job);
    assertThat(seen)
        .containsExactly(
            JobState.QUEUED, JobState.RUNNING, JobState.RUNNING, JobState.RUNNING, JobState.DONE);
    assertThat(job.progress()).contains(half);
    assertThat(job.done()).isEqualTo(1);
    assertThat(job.failure()).isEmpty();
    assertThat(queue.line()).isEqualTo(Line.EMPTY);
  }

  @Test
  void tellsEveryPictureOfAJobInOrder() {
    List<String> told = new ArrayList<>();
    JobQueue queue =
        new JobQueue(
            (request, progress, cancellation) -> {
              assertThat(progress.previews().every()).isEqualTo(3);
              progress.onPreview(new Preview(2, PixelImage.of(1, 1, new byte[3])));
              return draw(request);
            },
            Runnable::run,
            () -> new PreviewWish(PreviewWish.Kind.FAST, 3));
    queue.listen(
        new JobListener() {
          @Override
          public void changed(Job job) {}

          @Override
          public void finished(Job job, int index, GenerationResult result) {
            told.add("picture " + index + " " + result.provenance().request().seed());
            assertThat(job.done()).isEqualTo(index + 1);
          }

          @Override
          public void previewed(Job job, int index, Preview preview) {
            told.add("preview " + index + " after " + preview.step());
          }
        });
    queue.submit(Jobs.of(5, 2));
    assertThat(told)
        .containsExactly("preview 0 after 2", "picture 0 5", "preview 1 after 2", "picture 1 6");
  }

  @Test
  void keepsTheFailureThatTheWorkNamedAndThePicturesBefore() {
    GenerationException named = new GenerationException(Failure.NOT_FINITE, "step 3", "3");
    JobQueue queue =
        queue(
            (request, progress, cancellation) -> {
              if (request.seed() == 2) {
                throw named;
              }
              return draw(request);
            });
    Job job = Jobs.of(1, 3);
    queue.submit(job);
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failure()).containsSame(named);
    assertThat(job.done()).isEqualTo(1);
    Job rest = job.again(false);
    assertThat(rest.id()).isEqualTo(job.id());
    assertThat(rest.state()).isEqualTo(JobState.QUEUED);
    assertThat(rest.done()).isEqualTo(1);
  }

  @Test
  void namesUnexpectedFailuresAndGoesOn() {
    List<Throwable> faults =
        List.of(
            new IllegalStateException("odd"),
            new OutOfMemoryError("heap"),
            new StackOverflowError(),
            new AssertionError("broken"));
    JobQueue queue =
        queue(
            (request, progress, cancellation) ->
                request.seed() < faults.size()
                    ? sneak(faults.get((int) request.seed()))
                    : draw(request));
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i <= faults.size(); i++) {
      jobs.add(Jobs.of(i, 1));
      queue.submit(jobs.get(i));
    }
    assertThat(jobs.subList(0, faults.size()))
        .extracting(job -> job.failure().orElseThrow().failure())
        .containsExactly(
            Failure.INTERNAL, Failure.OUT_OF_MEMORY, Failure.INTERNAL, Failure.INTERNAL);
    assertThat(jobs.get(0).failure().orElseThrow().details())
        .containsExactly("IllegalStateException: odd");
    assertThat(jobs.get(faults.size()).state()).isEqualTo(JobState.DONE);
  }

  private static GenerationResult sneak(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Test
  void drawsInTheOrderOfTheLine() {
    JobQueue queue = patient();
    Job last = Jobs.of(30, 1);
    queue.submit(Jobs.of(10, 2));
    queue.submit(last);
    queue.submit(Jobs.of(20, 1));
    queue.submit(Jobs.of(0, 1), 0);
    queue.move(last, 99);
    assertThat(later).hasSize(4);
    workAll();
    assertThat(drawn).containsExactly(0L, 10L, 11L, 20L, 30L);
  }

  @Test
  void putsSeveralAtAPlaceInTheirOrder() {
    JobQueue queue = patient();
    queue.submit(Jobs.of(1, 1));
    queue.submit(Jobs.of(5, 1));
    queue.submitAll(List.of(Jobs.of(2, 1), Jobs.of(3, 1), Jobs.of(4, 1)), 1);
    queue.submitAll(List.of(Jobs.of(0, 1)), -7);
    workAll();
    assertThat(drawn).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void refusesAJobTwice() {
    JobQueue queue = patient();
    Job job = Jobs.of(1, 1);
    queue.submit(job);
    assertThatThrownBy(() -> queue.submit(job)).isInstanceOf(IllegalArgumentException.class);
    workAll();
    assertThatThrownBy(() -> queue.submit(job)).isInstanceOf(IllegalArgumentException.class);
    assertThat(drawn).containsExactly(1L);
  }

  @Test
  void leavesAJobWhoseTurnHasComeWhereItIs() {
    JobQueue queue = patient();
    Job job = Jobs.of(1, 1);
    Job other = Jobs.of(2, 1);
    queue.submit(job);
    meanwhile =
        count -> {
          queue.move(job, 0);
          assertThat(queue.replace(job, other)).isFalse();
          assertThat(queue.waiting()).isEmpty();
          assertThat(queue.running()).containsSame(job);
        };
    workAll();
    assertThat(drawn).containsExactly(1L);
    assertThat(job.state()).isEqualTo(JobState.DONE);
  }

  @Test
  void replacesAJobAtItsPlace() {
    JobQueue queue = patient();
    Job job = Jobs.of(2, 1);
    queue.submitAll(List.of(Jobs.of(1, 1), job, Jobs.of(3, 1)), 0);
    assertThat(queue.replace(job, new Job(job.id(), Draft.EMPTY, Jobs.requests(7, 2)))).isTrue();
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    workAll();
    assertThat(drawn).containsExactly(1L, 7L, 8L, 3L);
  }

  @Test
  void dropsAJobThatWaitsAndTellsItsPlace() {
    JobQueue queue = patient();
    Job job = Jobs.of(2, 1);
    queue.submitAll(List.of(Jobs.of(1, 1), job, Jobs.of(3, 1)), 0);
    assertThat(queue.cancel(job)).isEqualTo(1);
    assertThat(queue.cancel(job)).isEqualTo(-1);
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    queue.submit(job.again(false), 1); // as if it had never been taken out
    workAll();
    assertThat(drawn).containsExactly(1L, 2L, 3L);
  }

  @Test
  void cancelsBetweenTwoPictures() {
    JobQueue queue = patient();
    Job job = Jobs.of(1, 3);
    queue.submit(job);
    meanwhile =
        count -> {
          if (count == 1) {
            assertThat(queue.cancel(job)).isEqualTo(-1);
          }
        };
    workAll();
    assertThat(drawn).containsExactly(1L, 2L); // the second was finished by then
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(job.done()).isEqualTo(2);
  }

  @Test
  void keepsAPictureThatWasFinishedWhenTheWishCame() {
    JobQueue queue = patient();
    Job job = Jobs.of(1, 1);
    queue.submit(job);
    meanwhile = count -> queue.cancel(job);
    workAll();
    assertThat(job.state()).isEqualTo(JobState.DONE);
    queue.cancel(job);
    assertThat(job.state()).isEqualTo(JobState.DONE);
  }

  @Test
  void cancelsEverythingAndGivesBackWhatWaited() {
    JobQueue queue = patient();
    Job running = Jobs.of(1, 2);
    List<Job> waiting = List.of(Jobs.of(3, 1), Jobs.of(4, 1));
    queue.submit(running);
    queue.submitAll(waiting, 9);
    meanwhile =
        count -> {
          if (count == 0) {
            assertThat(queue.cancelAll()).isEqualTo(waiting);
          }
        };
    workAll();
    assertThat(drawn).containsExactly(1L);
    assertThat(running.state()).isEqualTo(JobState.CANCELLED);
    assertThat(waiting).allMatch(job -> job.state() == JobState.CANCELLED);
    queue.submit(Jobs.of(9, 1));
    workAll();
    assertThat(drawn).containsExactly(1L, 9L);
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
              return Jobs.result(request);
            },
            worker,
            () -> PreviewWish.NONE);
    queue.listen(
        job -> {
          if (job.state().ended()) {
            ended.countDown();
          }
        });
    Job job = Jobs.of(1, 1);
    queue.submit(job);
    await(started);
    assertThat(job.state()).isEqualTo(JobState.RUNNING);
    queue.cancel(job);
    await(ended);
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    worker.shutdown();
    assertThat(worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void goesOnWhenAListenerFails() {
    JobQueue queue = queue((request, progress, cancellation) -> draw(request));
    queue.listen(
        job -> {
          throw new IllegalStateException("listener");
        });
    queue.listen(
        job -> {
          throw new AssertionError("listener");
        });
    for (int i = 0; i < 2; i++) {
      queue.submit(Jobs.of(i, 1));
    }
    assertThat(drawn).containsExactly(0L, 1L);
    assertThat(seen).endsWith(JobState.DONE);
  }

  @Test
  void lineUpMoreFromWithinAListener() {
    JobQueue queue = queue((request, progress, cancellation) -> draw(request));
    queue.listen(
        job -> {
          if (job.state() == JobState.RUNNING && drawn.isEmpty()) {
            drawn.add(-1L);
            queue.submit(Jobs.of(2, 1)); // its task comes while the first job runs
          }
        });
    queue.submit(Jobs.of(1, 1));
    assertThat(drawn).containsExactly(-1L, 1L, 2L);
  }
}
