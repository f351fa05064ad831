package io.github.easel.ui.viewer;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;

/** A viewer whose pictures come, and whose files are written, when the test says so. */
abstract class ViewerBench {

  final FakeServices services = new FakeServices(FakeServices.STARTER);
  final Queue<Runnable> drawing = new ArrayDeque<>();
  final Queue<Runnable> files = new ArrayDeque<>();
  final List<Failure> failures = new ArrayList<>();
  final Workers workers = new Workers(Runnable::run, drawing::add, files::add, Runnable::run);
  final PicturesViewModel pictures =
      new PicturesViewModel(workers, failure -> failures.add(failure.failure()));
  final QueueViewModel line = new QueueViewModel(workers, failure -> {});
  final ViewerViewModel viewer =
      new ViewerViewModel(workers, pictures, line, failure -> failures.add(failure.failure()));

  /** What happens after each preview, on the thread that draws. */
  Runnable meanwhile = () -> {};

  ViewerBench() {
    viewer.open(services);
    line.open(
        services,
        () -> PreviewWish.NONE,
        (job, index, result) -> viewer.finished(job, result, services));
    line.preview()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                meanwhile.run();
              }
            });
  }

  void submit(int count) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a cat"),
            "Starter",
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 4, 5),
            7);
    List<GenerationRequest> requests = new ArrayList<>();
    LongStream.range(0, count).forEach(i -> requests.add(request.withSeed(i)));
    line.submit(Draft.EMPTY, requests, false);
  }

  void draw(int count) {
    submit(count);
    for (int i = 0; i < count; i++) {
      services.preview(2, FakeServices.gradient(8, 8));
      services.finish();
    }
    work(drawing);
    work(files);
  }

  static void work(Queue<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  Picture newest() {
    return pictures.all().get(0);
  }
}
