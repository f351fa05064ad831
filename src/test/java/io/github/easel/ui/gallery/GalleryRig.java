package io.github.easel.ui.gallery;

import io.github.easel.app.PictureLibrary;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import io.github.easel.ui.FakeGallery;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import io.github.easel.ui.viewer.ViewerViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A gallery without a window; the test itself does what waits for a worker. */
abstract class GalleryRig {

  static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 12, 0);

  final Path folder;
  final Deque<Runnable> tasks = new ArrayDeque<>();
  final Deque<Runnable> pauses = new ArrayDeque<>();
  final Workers workers = new Workers(Runnable::run, Runnable::run, tasks::add, tasks::add);
  final List<GenerationException> failures = new ArrayList<>();
  final PicturesViewModel session = new PicturesViewModel(workers, failures::add);
  final FakeServices services = new FakeServices();
  FakeGallery collection = new FakeGallery();
  final GalleryViewModel gallery =
      new GalleryViewModel(
          workers,
          session,
          Clock.fixed(NOW.toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
          pauses::add,
          failures::add);
  final ViewerViewModel viewer =
      new ViewerViewModel(
          workers, session, new QueueViewModel(workers, failures::add), failures::add);
  final GalleryActions actions = new GalleryActions(gallery, viewer.trash());

  GalleryRig(Path folder) {
    this.folder = folder;
    services.library = new Library();
  }

  /** Knows how every picture was made. */
  private static final class Library implements PictureLibrary {

    @Override
    public PixelImage thumbnail(Path file, int longest) {
      return FakeServices.gradient(16, 16);
    }

    @Override
    public Optional<Made> made(Path file) {
      if (!Files.exists(file)) {
        throw GenerationException.unreadable(file, "gone", null);
      }
      return Optional.of(new Made(result(5).provenance(), Optional.of(3.0)));
    }
  }

  static GenerationResult result(long seed) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a fox"),
            "Starter",
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 30, 5),
            seed);
    return new GenerationResult(
        FakeServices.gradient(64, 64),
        new Provenance(request, "Starter", "", "torch-cpu", "none", "Easel test"),
        new Timings(0, 0, 0, 0, 0),
        List.of());
  }

  long add(int minutesAgo) throws IOException {
    Path file = folder.resolve(minutesAgo + ".png");
    Files.createFile(file);
    services.write(result(minutesAgo), file);
    return collection.add(file, NOW.minusMinutes(minutesAgo), "a fox " + minutesAgo);
  }

  void work() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  void pause() {
    for (Runnable task = pauses.poll(); task != null; task = pauses.poll()) {
      task.run();
    }
    work();
  }

  void open() {
    services.gallery = collection;
    gallery.open(services);
    viewer.open(services);
    work();
  }

  Picture shown() {
    return session.shown().get();
  }

  GalleryPicture seen(int place) {
    GalleryPicture picture = gallery.at(place);
    gallery.seen(picture);
    return picture;
  }

  List<Long> ids() {
    return IntStream.range(0, gallery.size().get())
        .mapToObj(place -> gallery.listing().get().id(place))
        .toList();
  }
}
