package io.github.easel.ui.queue;

import io.github.easel.app.LocalQueueStore;
import io.github.easel.app.QueueStore;
import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PreviewWish;
import io.github.easel.task.Job;
import io.github.easel.task.Jobs;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;

/** A queue without a window, for tests: everything runs on the test's own thread. */
abstract class QueueBench {

  @TempDir Path folder;
  final FakeServices services = new FakeServices(FakeServices.STARTER);
  final Queue<Runnable> drawing = new ArrayDeque<>();
  final List<GenerationException> failures = new ArrayList<>();
  final List<Draft> edited = new ArrayList<>();

  QueueViewModel open(Workers workers) {
    QueueViewModel line = new QueueViewModel(workers, failures::add, () -> 9000);
    line.open(services, () -> PreviewWish.NONE, (job, index, result) -> {});
    return line;
  }

  QueueViewModel open() {
    return open(new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run));
  }

  QueueStore store() {
    return new LocalQueueStore(folder.resolve("queue.json"), SourcePictures.NONE);
  }

  void work() {
    Objects.requireNonNull(drawing.poll(), "nothing waits").run();
  }

  static Draft draft(String prompt, String seed) {
    return new Draft(
        new Draft.Words(prompt, "", List.of(), false),
        "starter",
        new Draft.Format(64, 64, 1),
        new Draft.Way("DDIM", "Automatic", 4, 5, 1),
        new Draft.Chance(seed, "", 0),
        Draft.Start.NONE);
  }

  static List<GenerationRequest> pictures(long seed, int count) {
    return LongStream.range(seed, seed + count).mapToObj(Jobs::request).toList();
  }

  static Job submit(QueueViewModel line, long seed, int count) {
    return line.submit(draft("prompt " + seed, ""), pictures(seed, count), false).orElseThrow();
  }

  static List<Long> seeds(QueueViewModel line) {
    return line.rows().stream().map(row -> row.request().seed()).toList();
  }

  static JobRow row(QueueViewModel line, int index) {
    return line.rows().get(index);
  }
}
