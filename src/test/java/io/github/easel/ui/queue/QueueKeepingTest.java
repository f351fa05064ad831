package io.github.easel.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalQueueStore;
import io.github.easel.app.QueueStore;
import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Stage;
import io.github.easel.task.Job;
import io.github.easel.task.Jobs;
import io.github.easel.ui.queue.JobRow.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is found again at the next start. */
class QueueKeepingTest extends QueueBench {

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

  private static void copy(Path from, Path to) {
    try {
      if (!Files.exists(to)) {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
