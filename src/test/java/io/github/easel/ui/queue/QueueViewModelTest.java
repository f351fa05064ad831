package io.github.easel.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.app.LocalQueueStore;
import io.github.easel.app.QueueStore;
import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Stage;
import io.github.easel.task.Job;
import io.github.easel.task.Jobs;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.JobRow.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue without a window: everything runs on the test's own thread. */
class QueueViewModelTest {

  @TempDir private Path folder;
  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final Queue<Runnable> drawing = new ArrayDeque<>();
  private final List<GenerationException> failures = new ArrayList<>();
  private final List<Draft> edited = new ArrayList<>();

  private QueueViewModel open(Workers workers) {
    QueueViewModel line = new QueueViewModel(workers, failures::add, () -> 9000);
    line.open(services, () -> PreviewWish.NONE, (job, index, result) -> {});
    return line;
  }

  private QueueViewModel open() {
    return open(new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run));
  }

  private QueueStore store() {
    return new LocalQueueStore(folder.resolve("queue.json"), SourcePictures.NONE);
  }

  private void work() {
    Objects.requireNonNull(drawing.poll(), "nothing waits").run();
  }

  private static Draft draft(String prompt, String seed) {
    return new Draft(
        new Draft.Words(prompt, "", List.of(), false),
        "starter",
        new Draft.Format(64, 64, 1),
        new Draft.Way("DDIM", "Automatic", 4, 5, 1),
        new Draft.Chance(seed, "", 0),
        Draft.Start.NONE);
  }

  private static List<GenerationRequest> pictures(long seed, int count) {
    return LongStream.range(seed, seed + count).mapToObj(Jobs::request).toList();
  }

  private static Job submit(QueueViewModel line, long seed, int count) {
    return line.submit(draft("prompt " + seed, ""), pictures(seed, count), false).orElseThrow();
  }

  private static List<Long> seeds(QueueViewModel line) {
    return line.rows().stream().map(row -> row.request().seed()).toList();
  }

  private static JobRow row(QueueViewModel line, int index) {
    return line.rows().get(index);
  }

  @Test
  void takesNothingBeforeItIsOpenAndAfterItIsClosed() {
    QueueViewModel line =
        new QueueViewModel(
            new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run), failures::add);
    assertThat(line.submit(Draft.EMPTY, pictures(1, 1), false)).isEmpty();
    line.cancelAll();
    line.goOn();
    QueueViewModel opened = open();
    opened.close();
    assertThat(opened.submit(Draft.EMPTY, pictures(1, 1), false)).isEmpty();
  }

  @Test
  void listsRunningWaitingAndEnded() {
    QueueViewModel line = open();
    submit(line, 1, 1);
    submit(line, 2, 2);
    submit(line, 3, 1);
    services.finish();
    work();
    services.finish();
    services.fail(new GenerationException(Failure.NOT_FINITE, "broken", "3"));
    work();
    assertThat(seeds(line)).containsExactly(3L, 2L, 1L);
    assertThat(line.rows())
        .extracting(row -> row.kind().get())
        .containsExactly(Kind.WAITING, Kind.FAILED, Kind.DONE);
    assertThat(row(line, 1).done().get()).isEqualTo(1);
    assertThat(row(line, 1).picture().get()).isNotNull();
    assertThat(failures).hasSize(1);
  }

  @Test
  void tellsAFailureWhileItsJobStillIsTheRunningOne() {
    List<Job> runningThen = new ArrayList<>();
    List<QueueViewModel> self = new ArrayList<>();
    QueueViewModel line =
        new QueueViewModel(
            new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run),
            reason -> runningThen.add(self.get(0).running().get()));
    self.add(line);
    line.open(services, () -> PreviewWish.NONE, (job, index, result) -> {});
    Job job = submit(line, 1, 1);
    services.fail(new IllegalStateException("odd"));
    work();
    assertThat(runningThen).containsExactly(job);
    assertThat(line.running().get()).isNull();
  }

  @Test
  void countsPicturesAndTimeThatAreLeft() {
    QueueViewModel line = open();
    submit(line, 1, 1);
    submit(line, 10, 3);
    assertThat(line.picturesLeft().get()).isEqualTo(4);
    assertThat(line.secondsLeft().get()).isEqualTo(-1);
    List<Double> seen = new ArrayList<>();
    line.secondsLeft().addListener((property, old, now) -> seen.add(now.doubleValue()));
    services.report(Stage.SAMPLING, 1, 4, 2);
    services.finish();
    work();
    // three steps of two seconds and three pictures of four such steps; then as it really was
    assertThat(seen).startsWith(6.0 + 3 * 8);
    assertThat(line.picturesLeft().get()).isEqualTo(3);
    assertThat(line.secondsLeft().get()).isCloseTo(3 * 3.7, within(1e-6));
  }

  @Test
  void movesAndKeepsTheRowsThemselves() {
    QueueViewModel line = open();
    IntStream.range(0, 4).forEach(i -> submit(line, i, 1));
    List<JobRow> before = List.copyOf(line.rows());
    line.commands().move(row(line, 0), 1);
    assertThat(seeds(line)).containsExactly(1L, 0L, 2L, 3L);
    line.commands().move(row(line, 3), -2);
    assertThat(seeds(line)).containsExactly(1L, 3L, 0L, 2L);
    line.commands().put(row(line, 3), 0);
    assertThat(seeds(line)).containsExactly(2L, 1L, 3L, 0L);
    line.commands().move(row(line, 0), -1);
    assertThat(seeds(line)).containsExactly(2L, 1L, 3L, 0L);
    assertThat(line.rows()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void dropsARowBetweenTwoOthers() {
    assertThat(JobDrag.destination(0, 2, true)).isEqualTo(2);
    assertThat(JobDrag.destination(0, 2, false)).isEqualTo(1);
    assertThat(JobDrag.destination(3, 1, true)).isEqualTo(2);
    assertThat(JobDrag.destination(3, 1, false)).isEqualTo(1);
    assertThat(JobDrag.destination(1, 1, true)).isEqualTo(1);
  }

  @Test
  void duplicatesWithANewSeedOnlyIfNoneWasTyped() {
    QueueViewModel line = open();
    submit(line, 1, 2);
    line.submit(draft("typed", "5"), pictures(5, 2), false);
    line.commands().duplicate(row(line, 0));
    line.commands().duplicate(row(line, 2));
    assertThat(seeds(line)).containsExactly(1L, 9000L, 5L, 5L);
    assertThat(row(line, 1).job().get().pictures())
        .extracting(GenerationRequest::seed)
        .containsExactly(9000L, 9001L);
    assertThat(row(line, 1).id()).isNotEqualTo(row(line, 0).id());
  }

  @Test
  void givesBackWhatWasTakenOut() {
    QueueViewModel line = open();
    IntStream.range(0, 4).forEach(i -> submit(line, i, i + 1));
    line.commands().remove(row(line, 1));
    assertThat(seeds(line)).containsExactly(0L, 2L, 3L);
    assertThat(line.commands().removal().get().pictures()).isEqualTo(2);
    line.commands().undo();
    assertThat(seeds(line)).containsExactly(0L, 1L, 2L, 3L);
    line.cancelAll();
    assertThat(line.rows()).isEmpty();
    line.commands().undo();
    assertThat(seeds(line)).containsExactly(0L, 1L, 2L, 3L);
    line.commands().undo();
    assertThat(seeds(line)).hasSize(4);
    services.finish();
    work();
    assertThat(row(line, 3).kind().get()).isEqualTo(Kind.DONE);
  }

  @Test
  void listsAJobThatWasStoppedAndDrawsTheRest() {
    QueueViewModel line = open();
    submit(line, 1, 3);
    services.finish();
    services.fail(new GenerationException(Failure.CANCELLED, "cancelled"));
    work();
    JobRow row = row(line, 0);
    assertThat(row.kind().get()).isEqualTo(Kind.STOPPED);
    assertThat(row.done().get()).isEqualTo(1);
    assertThat(failures).isEmpty();
    line.commands().again(row);
    assertThat(line.rows()).containsExactly(row);
    services.finish();
    services.finish();
    work();
    assertThat(services.requests).extracting(GenerationRequest::seed).endsWith(2L, 3L);
    assertThat(row.kind().get()).isEqualTo(Kind.DONE);
  }

  @Test
  void triesAFailedJobAgainInFront() {
    QueueViewModel line = open();
    submit(line, 1, 1);
    submit(line, 2, 1);
    services.fail(new IllegalStateException("odd"));
    work();
    line.commands().again(row(line, 1));
    assertThat(seeds(line)).containsExactly(1L, 2L);
    assertThat(row(line, 0).kind().get()).isEqualTo(Kind.WAITING);
    services.fail(new IllegalStateException("odd again"));
    work();
    assertThat(failures).hasSize(2);
  }

  @Test
  void clearsWhatEndedAndGivesItBack() {
    QueueViewModel line = open();
    IntStream.range(0, 3).forEach(i -> submit(line, i, 1));
    for (int i = 0; i < 2; i++) {
      services.finish();
      work();
    }
    line.commands().remove(row(line, 1));
    assertThat(seeds(line)).containsExactly(2L, 0L);
    line.commands().undo();
    assertThat(seeds(line)).containsExactly(2L, 1L, 0L);
    line.commands().clearEnded();
    assertThat(seeds(line)).containsExactly(2L);
    assertThat(line.commands().removal().get().pictures()).isZero();
    line.commands().undo();
    assertThat(seeds(line)).containsExactly(2L, 1L, 0L);
  }

  @Test
  void changesTheJobThatIsEdited() {
    QueueViewModel line = open();
    IntStream.range(0, 3).forEach(i -> submit(line, i, 1));
    JobRow row = row(line, 1);
    line.commands().edit(row, edited::add);
    assertThat(edited).containsExactly(row.job().get().draft());
    assertThat(row.edited().get()).isTrue();
    line.submit(draft("changed", ""), pictures(77, 2), false);
    assertThat(seeds(line)).containsExactly(0L, 77L, 2L);
    assertThat(line.rows().get(1)).isSameAs(row);
    assertThat(row.edited().get()).isFalse();
    assertThat(row.count()).isEqualTo(2);
    submit(line, 5, 1);
    assertThat(seeds(line)).containsExactly(0L, 77L, 2L, 5L);
  }

  @Test
  void makesNewOnesWhileEditingIfThatIsChosen() {
    QueueViewModel line = open();
    submit(line, 1, 1);
    line.commands().edit(row(line, 0), edited::add);
    line.commands().replacing().set(false);
    submit(line, 2, 1);
    assertThat(seeds(line)).containsExactly(1L, 2L);
    assertThat(line.commands().edited().get()).isNull();
    line.commands().edit(row(line, 0), edited::add);
    assertThat(line.commands().replacing().get()).isTrue();
    line.submit(draft("first", ""), pictures(9, 1), true);
    assertThat(seeds(line)).containsExactly(9L, 2L);
  }

  @Test
  void losesNothingWhenAnEditedJobsTurnComes() {
    QueueViewModel line = open();
    submit(line, 1, 1);
    line.commands().edit(row(line, 0), edited::add);
    services.finish();
    work();
    assertThat(line.commands().edited().get()).isNull();
    assertThat(row(line, 0).edited().get()).isFalse();
    submit(line, 2, 1);
    assertThat(seeds(line)).containsExactly(2L, 1L);
  }

  @Test
  void marksNothingWhenTheSettingsOfAnEndedJobAreUsed() {
    QueueViewModel line = open();
    submit(line, 1, 1);
    services.finish();
    work();
    line.commands().edit(row(line, 0), edited::add);
    assertThat(edited).hasSize(1);
    assertThat(line.commands().edited().get()).isNull();
  }

  @Test
  void bringsTheLineBackHeldWithTheRunningJobInFront() {
    services.kept = store();
    QueueViewModel line = open();
    submit(line, 1, 3);
    submit(line, 10, 1);
    submit(line, 20, 1);
    line.commands().move(row(line, 2), -1);
    Path left = folder.resolve("left.json");
    services.finish();
    services.report(Stage.SAMPLING, 1, 4, 1);
    services.fail(new IllegalStateException("the test has seen enough"));
    line.progress().addListener((property, old, now) -> copy(folder.resolve("queue.json"), left));
    work(); // and with the report the program could have died

    services.kept = new LocalQueueStore(left, SourcePictures.NONE);
    drawing.clear();
    QueueViewModel next = open();
    assertThat(next.rows()).extracting(row -> row.kind().get()).containsOnly(Kind.HELD);
    assertThat(seeds(next)).containsExactly(1L, 20L, 10L);
    assertThat(row(next, 0).done().get()).isEqualTo(1);
    assertThat(row(next, 0).job().get().begun()).isEqualTo(1);
    assertThat(drawing).isEmpty();
    submit(next, 99, 1);
    services.finish();
    work();
    assertThat(next.rows().stream().filter(row -> row.kind().get() == Kind.DONE))
        .extracting(row -> row.request().seed())
        .containsExactly(99L); // new pictures do not wait for those of last time
    next.goOn();
    assertThat(next.picturesHeld().get()).isZero();
    assertThat(drawing).isNotEmpty();
  }

  private static void copy(Path from, Path to) {
    try {
      if (!Files.exists(to)) {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void findsEverythingAsItWasWrittenLast() {
    services.kept = store();
    QueueViewModel line = open();
    Job first = submit(line, 1, 2);
    submit(line, 10, 1);
    submit(line, 20, 1);
    line.commands().move(row(line, 2), -1);
    line.pause(true);

    QueueViewModel next = open();
    assertThat(seeds(next)).containsExactly(1L, 20L, 10L);
    assertThat(row(next, 0).id()).isEqualTo(first.id());
    assertThat(row(next, 0).job().get().draft()).isEqualTo(first.draft());
    assertThat(next.paused().get()).isTrue();
    assertThat(next.picturesHeld().get()).isEqualTo(4);
    assertThat(next.picturesLeft().get()).isZero();
    next.goOn();
    assertThat(next.paused().get()).isFalse();
    assertThat(next.picturesLeft().get()).isEqualTo(4);
  }

  @Test
  void doesNotBeginAJobByItselfThatTheProgramDiedOfTwice() {
    Job deadly = new Job(UUID.randomUUID(), draft("huge", ""), pictures(1, 1), 0, 2, false);
    Job once = new Job(UUID.randomUUID(), draft("large", ""), pictures(2, 1), 0, 1, false);
    store().save(List.of(deadly, once), false);
    services.kept = store();
    QueueViewModel line = open();
    assertThat(line.rows())
        .extracting(row -> row.kind().get())
        .containsExactly(Kind.SUSPECT, Kind.HELD);
    line.goOn();
    assertThat(line.rows())
        .extracting(row -> row.kind().get())
        .containsExactly(Kind.SUSPECT, Kind.WAITING);
    line.commands().release(row(line, 0));
    services.finish();
    work();
    assertThat(services.requests).extracting(GenerationRequest::seed).containsExactly(1L);
  }

  @Test
  void writesDownThatAJobBeginsBeforeItIsDrawn() {
    services.kept = store();
    QueueViewModel line = open();
    submit(line, 1, 2);
    List<Integer> begun = new ArrayList<>();
    line.progress()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                begun.add(store().load().jobs().get(0).begun());
              }
            });
    services.report(Stage.LOADING, 0, 4, 0);
    services.finish();
    services.report(Stage.LOADING, 1, 4, 0);
    services.finish();
    work();
    assertThat(begun).containsExactly(1, 1);
    assertThat(store().load().jobs()).isEmpty();
  }

  @Test
  void keepsFailedJobsToo() {
    services.kept = store();
    QueueViewModel line = open();
    submit(line, 1, 2);
    services.finish();
    services.fail(new GenerationException(Failure.MODEL_NOT_FOUND, "gone", "starter"));
    work();
    QueueViewModel next = open();
    assertThat(row(next, 0).kind().get()).isEqualTo(Kind.FAILED);
    assertThat(row(next, 0).failure()).isNotNull();
    assertThat(failures).hasSize(1); // it is not told again
    next.commands().again(row(next, 0));
    assertThat(row(next, 0).kind().get()).isEqualTo(Kind.WAITING);
    next.commands().remove(row(next, 0));
    assertThat(open().rows()).isEmpty();
  }

  @Test
  void keepsWhatAClosingInterrupts() {
    services.kept = store();
    QueueViewModel line = open();
    submit(line, 1, 3);
    submit(line, 9, 1);
    line.progress()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                line.close();
              }
            });
    services.finish();
    services.report(Stage.SAMPLING, 1, 4, 1);
    work();
    QueueViewModel next = open();
    assertThat(seeds(next)).containsExactly(1L, 9L);
    assertThat(row(next, 0).done().get()).isEqualTo(1);
    assertThat(row(next, 0).kind().get()).isEqualTo(Kind.HELD);
  }

  @Test
  void takesOutWhatWasLeftAndGivesItBack() {
    store().save(List.of(Jobs.of(1, 2), Jobs.of(5, 1)), false);
    services.kept = store();
    QueueViewModel line = open();
    submit(line, 9, 1);
    line.commands().removeHeld();
    assertThat(seeds(line)).containsExactly(9L);
    line.commands().undo();
    assertThat(seeds(line)).containsExactly(1L, 5L, 9L);
    assertThat(line.picturesHeld().get()).isEqualTo(3);
  }

  @Test
  void tellsOnceThatTheQueueCannotBeKept() {
    services.kept =
        new QueueStore() {
          @Override
          public Kept load() {
            return Kept.NOTHING;
          }

          @Override
          public void save(List<Job> jobs, boolean paused) {
            throw new GenerationException(Failure.FILE_UNWRITABLE, "full", "queue.json", "full");
          }
        };
    QueueViewModel line = open();
    submit(line, 1, 1);
    submit(line, 2, 1);
    assertThat(failures)
        .extracting(GenerationException::failure)
        .containsExactly(Failure.FILE_UNWRITABLE);
  }

  @Test
  void linesUpFiveHundredJobsInOneStroke() {
    Queue<Runnable> window = new ArrayDeque<>();
    Queue<Runnable> files = new ArrayDeque<>();
    QueueViewModel line = open(new Workers(window::add, drawing::add, files::add, Runnable::run));
    files.remove().run();
    while (!window.isEmpty()) {
      window.remove().run();
    }
    int[] changes = new int[2];
    line.rows().addListener((ListChangeListener<JobRow>) change -> changes[0]++);
    line.waiting().addListener((InvalidationListener) change -> changes[1]++);
    for (int i = 0; i < 500; i++) {
      submit(line, i, 2);
    }
    assertThat(window).hasSize(1);
    assertThat(files).hasSize(1);
    window.remove().run();
    assertThat(line.rows()).hasSize(500);
    assertThat(changes).containsExactly(1, 1);
    assertThat(line.picturesLeft().get()).isEqualTo(1000);
  }

  @Test
  void showsALookAtTheRunningPicture() {
    QueueViewModel line = open();
    submit(line, 1, 1);
    List<Object> looks = new ArrayList<>();
    line.preview().addListener((property, old, now) -> looks.add(now == null ? "none" : now));
    services.preview(2, PixelImage.of(1, 1, new byte[3]));
    services.finish();
    work();
    assertThat(looks).hasSize(2).endsWith("none");
  }
}
