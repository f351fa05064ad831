package io.github.easel.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gallery without a window; the test itself does what waits for the files' worker. */
class GalleryViewModelTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 12, 0);

  private final Path folder;
  private final Deque<Runnable> files = new ArrayDeque<>();
  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, files::add, Runnable::run);
  private final List<GenerationException> failures = new ArrayList<>();
  private final PicturesViewModel session = new PicturesViewModel(workers, failures::add);
  private final FakeServices store = new FakeServices();
  private final GalleryViewModel gallery =
      new GalleryViewModel(
          workers,
          session,
          Clock.fixed(NOW.toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
          failures::add);
  private final Library library = new Library();

  GalleryViewModelTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Some pictures, a minute apart. */
  private final class Library implements PictureLibrary {

    private final List<Kept> kept = new ArrayList<>();
    private final List<Path> reduced = new ArrayList<>();
    private @Nullable Throwable trouble;

    Path add(int minutesAgo) throws IOException {
      Path file = folder.resolve(minutesAgo + ".png");
      Files.createFile(file);
      kept.add(new Kept(file, NOW.minusMinutes(minutesAgo)));
      store.write(result(minutesAgo), file);
      return file;
    }

    @Override
    public List<Kept> latest(LocalDateTime before, int most) {
      return kept.stream().filter(one -> one.made().isBefore(before)).limit(most).toList();
    }

    @Override
    public PixelImage thumbnail(Path file, int longest) {
      reduced.add(file);
      if (trouble instanceof Error error) {
        throw error;
      }
      if (trouble instanceof RuntimeException failure) {
        throw failure;
      }
      if (!Files.exists(file)) {
        throw GenerationException.unreadable(file, "gone", null);
      }
      return FakeServices.gradient(16, 16);
    }

    @Override
    public Optional<Made> made(Path file) {
      return Optional.of(new Made(result(5).provenance(), Optional.of(3.0)));
    }
  }

  private static GenerationResult result(long seed) {
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

  private void doFiles() {
    for (Runnable task = files.poll(); task != null; task = files.poll()) {
      task.run();
    }
  }

  private void open() {
    gallery.open(library, store);
    doFiles();
  }

  private Picture shown() {
    return session.shown().get();
  }

  @Test
  void listsWhatWasKeptBeforeOnAWorker() throws IOException {
    library.add(1);
    library.add(2);
    gallery.open(library, store);
    assertThat(gallery.listed().get()).isFalse();
    doFiles();
    assertThat(gallery.listed().get()).isTrue();
    assertThat(gallery.pictures()).hasSize(2);
    assertThat(library.reduced).isEmpty();
  }

  @Test
  void listsFurtherPagesUntilThereAreNone() throws IOException {
    for (int i = 1; i <= GalleryViewModel.PAGE + 3; i++) {
      library.add(i);
    }
    open();
    assertThat(gallery.pictures()).hasSize(GalleryViewModel.PAGE);
    gallery.more();
    gallery.more();
    doFiles();
    assertThat(gallery.pictures()).hasSize(GalleryViewModel.PAGE + 3);
    gallery.more();
    doFiles();
    gallery.more();
    assertThat(files).isEmpty();
  }

  @Test
  void putsNewPicturesFirstAndSelectsTheShownOne() throws IOException {
    library.add(1);
    open();
    session.add(result(7), store);
    doFiles();
    assertThat(gallery.pictures()).hasSize(2);
    assertThat(gallery.pictures().get(0).picture()).contains(shown());
    assertThat(gallery.selected().get()).isSameAs(gallery.pictures().get(0));
    assertThat(gallery.pictures().get(0).thumbnail().get()).isNotNull();
  }

  @Test
  void aPictureThatComesBackTakesThePlaceOfItsDay() throws IOException {
    library.add(1);
    library.add(7 * 24 * 60);
    library.add(8 * 24 * 60);
    open();
    gallery.show(gallery.pictures().get(1));
    doFiles();
    Picture old = shown();
    session.all().remove(old);
    assertThat(gallery.pictures()).hasSize(2);
    session.all().add(old);
    assertThat(gallery.pictures()).hasSize(3);
    assertThat(gallery.pictures().get(1).picture()).contains(old);
    assertThat(gallery.pictures().get(1).made()).isEqualTo(NOW.minusDays(7));
    assertThat(gallery.selected().get()).isSameAs(gallery.pictures().get(1));
  }

  @Test
  void showsAKeptPictureAndListsItOnce() throws IOException {
    Path file = library.add(1);
    library.add(2);
    open();
    gallery.show(gallery.pictures().get(0));
    assertThat(shown()).isNull();
    doFiles();
    assertThat(shown().file().get()).isEqualTo(file);
    assertThat(shown().request().prompt().positive()).isEqualTo("a fox");
    assertThat(gallery.pictures()).hasSize(2);
    assertThat(gallery.selected().get()).isSameAs(gallery.pictures().get(0));
    Picture first = shown();
    gallery.step(1);
    doFiles();
    gallery.step(-1);
    assertThat(shown()).isSameAs(first);
  }

  @Test
  void showsOnlyTheLastOfSeveralThatWereChosenQuickly() throws IOException {
    library.add(1);
    library.add(2);
    Path last = library.add(3);
    open();
    gallery.step(1);
    gallery.step(1);
    gallery.step(1);
    gallery.step(1);
    doFiles();
    assertThat(shown().file().get()).isEqualTo(last);
    assertThat(session.all()).hasSize(1);
  }

  @Test
  void passesOverPicturesThatVanished() throws IOException {
    Path gone = library.add(1);
    Path unread = library.add(2);
    library.add(3);
    open();
    Files.delete(gone);
    Files.delete(unread);
    gallery.show(gallery.pictures().get(0));
    doFiles();
    assertThat(gallery.pictures()).hasSize(2);
    gallery.seen(gallery.pictures().get(0));
    doFiles();
    assertThat(gallery.pictures()).hasSize(1);
    assertThat(shown()).isNull();
    assertThat(failures).isEmpty();
  }

  @Test
  void aThumbnailThatCannotBeReadNowIsMarkedAndReadLater() throws IOException {
    library.add(1);
    library.add(2);
    open();
    GalleryPicture first = gallery.pictures().get(0);
    for (Throwable trouble :
        List.of(
            new OutOfMemoryError("heap"),
            new IllegalStateException("odd"),
            GenerationException.unreadable(folder, "busy", null))) {
      library.trouble = trouble;
      gallery.seen(first);
      doFiles();
      assertThat(gallery.pictures()).hasSize(2);
      assertThat(first.isUnreadable().get()).isTrue();
    }
    library.trouble = null;
    gallery.pictures().forEach(gallery::seen);
    doFiles();
    assertThat(gallery.pictures()).allMatch(one -> one.thumbnail().get() != null);
    assertThat(first.isUnreadable().get()).isFalse();
  }

  @Test
  void readsThumbnailsInSightOneByOneTheLastWantedFirst() throws IOException {
    Path first = library.add(1);
    library.add(2);
    Path third = library.add(3);
    open();
    gallery.pictures().forEach(gallery::seen);
    assertThat(files).hasSize(1);
    gallery.unseen(gallery.pictures().get(1));
    doFiles();
    assertThat(library.reduced).containsExactly(first, third);
    gallery.seen(gallery.pictures().get(0));
    assertThat(files).isEmpty();
  }

  @Test
  void forgetsThumbnailsThatHaveLongBeenOutOfSight() throws IOException {
    for (int i = 1; i <= Thumbnails.MOST + 2; i++) {
      library.add(i);
    }
    open();
    gallery.more();
    doFiles();
    List<GalleryPicture> all = List.copyOf(gallery.pictures());
    gallery.seen(all.get(0));
    doFiles();
    gallery.seen(all.get(1));
    doFiles();
    gallery.seen(all.get(0)); // it is of use again
    all.subList(2, all.size()).forEach(gallery::seen);
    doFiles();
    long held = all.stream().filter(one -> one.thumbnail().get() != null).count();
    assertThat(held).isEqualTo(Thumbnails.MOST);
    assertThat(all.get(1).thumbnail().get()).isNull();
  }

  @Test
  void laysPicturesOutByDay() {
    List<GalleryPicture> places = new ArrayList<>();
    for (int hours = 0; hours < 16; hours += 4) {
      places.add(GalleryPicture.keptBefore(folder.resolve(hours + ".png"), NOW.minusHours(hours)));
    }
    List<GalleryRow> rows = GalleryRow.rows(places, 3);
    assertThat(rows)
        .containsExactly(
            new GalleryRow.Day(NOW.toLocalDate()),
            new GalleryRow.Pictures(places.subList(0, 3)),
            new GalleryRow.Pictures(places.subList(3, 4)));
    places.add(GalleryPicture.keptBefore(folder.resolve("old.png"), NOW.minusDays(1)));
    assertThat(GalleryRow.rows(places, 2)).hasSize(5);
    assertThat(GalleryRow.indexOf(GalleryRow.rows(places, 2), places.get(4))).isEqualTo(4);
    assertThat(GalleryRow.rows(List.of(), 2)).isEmpty();
  }
}
