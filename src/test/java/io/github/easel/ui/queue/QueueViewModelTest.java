package io.github.easel.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Stage;
import io.github.easel.task.Job;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.JobRow.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** What the window does with jobs. */
class QueueViewModelTest extends QueueBench {

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
