package io.github.easel.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.GalleryService.Activity;
import io.github.easel.app.LookService;
import io.github.easel.app.PictureLibrary;
import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.GalleryQuery.Order;
import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
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
import io.github.easel.ui.gallery.GallerySelection.Manner;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gallery without a window; the test itself does what waits for a worker. */
class GalleryViewModelTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 12, 0);

  private final Path folder;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final Deque<Runnable> pauses = new ArrayDeque<>();
  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, tasks::add, tasks::add);
  private final List<GenerationException> failures = new ArrayList<>();
  private final PicturesViewModel session = new PicturesViewModel(workers, failures::add);
  private final FakeServices services = new FakeServices();
  private FakeGallery collection = new FakeGallery();
  private final GalleryViewModel gallery =
      new GalleryViewModel(
          workers,
          session,
          Clock.fixed(NOW.toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
          pauses::add,
          failures::add);
  private final ViewerViewModel viewer =
      new ViewerViewModel(
          workers, session, new QueueViewModel(workers, failures::add), failures::add);
  private final GalleryActions actions = new GalleryActions(gallery, viewer.trash());

  GalleryViewModelTest(@TempDir Path folder) {
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

  private long add(int minutesAgo) throws IOException {
    Path file = folder.resolve(minutesAgo + ".png");
    Files.createFile(file);
    services.write(result(minutesAgo), file);
    return collection.add(file, NOW.minusMinutes(minutesAgo), "a fox " + minutesAgo);
  }

  private void work() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void pause() {
    for (Runnable task = pauses.poll(); task != null; task = pauses.poll()) {
      task.run();
    }
    work();
  }

  private void open() {
    services.gallery = collection;
    gallery.open(services);
    viewer.open(services);
    work();
  }

  private Picture shown() {
    return session.shown().get();
  }

  private GalleryPicture seen(int place) {
    GalleryPicture picture = gallery.at(place);
    gallery.seen(picture);
    return picture;
  }

  private List<Long> ids() {
    return IntStream.range(0, gallery.size().get())
        .mapToObj(place -> gallery.listing().get().id(place))
        .toList();
  }

  @Test
  void listsTheCollectionOnAWorkerAndOnlyThenStartsItsUpkeep() throws IOException {
    long older = add(2);
    long newer = add(1);
    services.gallery = collection;
    gallery.open(services);
    assertThat(gallery.listed().get()).isFalse();
    assertThat(collection.started).isFalse();
    work();
    assertThat(gallery.listed().get()).isTrue();
    assertThat(collection.started).isTrue();
    assertThat(ids()).containsExactly(newer, older);
    assertThat(collection.reduced).isEmpty();
    assertThat(collection.pages).isEmpty();
  }

  @Test
  void ofAHundredThousandOnlyWhatIsInSightIsReadAndInPages() {
    collection = FakeGallery.of(100_000, NOW);
    open();
    assertThat(gallery.size().get()).isEqualTo(100_000);
    for (int place = 50_000; place < 50_060; place++) {
      seen(place);
    }
    work();
    assertThat(collection.pages).hasSizeLessThan(61);
    assertThat(collection.pages.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    assertThat(collection.reduced).hasSize(60);
    gallery.take(99_999, Manner.ALONE);
    assertThat(gallery.selection().lead()).isEqualTo(99_999);
    gallery.take(0, Manner.RANGE);
    assertThat(gallery.selection().count().get()).isEqualTo(100_000);
  }

  @Test
  void putsNewPicturesFirstUntilTheCollectionKnowsThem() throws IOException {
    add(1);
    open();
    session.add(result(7), services);
    work();
    assertThat(gallery.size().get()).isEqualTo(2);
    assertThat(gallery.at(0).picture()).contains(shown());
    assertThat(gallery.selected().get()).isSameAs(gallery.at(0));
    assertThat(gallery.at(0).thumbnail().get()).isNotNull();
    collection.add(shown().file().get(), NOW, "a fox");
    collection.tell();
    work();
    assertThat(gallery.size().get()).isEqualTo(2);
    assertThat(gallery.at(0).id()).isPositive();
    assertThat(gallery.at(0).picture()).contains(shown());
    assertThat(gallery.selection().lead()).isZero();
    assertThat(gallery.selection().has(0)).isTrue();
  }

  @Test
  void newPicturesKeepWhatIsChosen() throws IOException {
    for (int i = 1; i <= 6; i++) {
      add(i);
    }
    open();
    gallery.take(1, Manner.ALONE);
    gallery.take(3, Manner.RANGE);
    work();
    List<Long> chosen = gallery.selection().ids();
    session.add(result(7), services);
    work();
    assertThat(gallery.selection().ids()).isEqualTo(chosen);
    collection.add(session.all().get(0).file().get(), NOW, "new");
    collection.tell();
    work();
    assertThat(gallery.size().get()).isEqualTo(7);
    assertThat(gallery.selection().ids()).isEqualTo(chosen);
  }

  @Test
  void clicksArrowsAndAllChooseAsEverywhere() throws IOException {
    for (int i = 1; i <= 6; i++) {
      add(i);
    }
    open();
    gallery.take(1, Manner.ALONE);
    gallery.take(3, Manner.RANGE);
    assertThat(gallery.selection().count().get()).isEqualTo(3);
    gallery.take(2, Manner.RANGE);
    assertThat(gallery.selection().count().get()).isEqualTo(2);
    gallery.take(5, Manner.TOGGLE);
    gallery.take(4, Manner.RANGE_TOO);
    assertThat(gallery.selection().count().get()).isEqualTo(4);
    gallery.take(5, Manner.TOGGLE);
    assertThat(gallery.selection().has(5)).isFalse();
    gallery.selection().all();
    assertThat(gallery.selection().count().get()).isEqualTo(6);
    gallery.step(-1);
    assertThat(gallery.selection().count().get()).isEqualTo(1);
    assertThat(gallery.selection().lead()).isEqualTo(4);
  }

  @Test
  void showsAKeptPictureAndOnlyTheLastOfSeveral() throws IOException {
    add(1);
    add(2);
    add(3);
    open();
    gallery.take(0, Manner.ALONE);
    gallery.take(2, Manner.ALONE);
    assertThat(shown()).isNull();
    work();
    assertThat(shown().file().get()).isEqualTo(folder.resolve("3.png"));
    assertThat(session.all()).hasSize(1);
    assertThat(gallery.size().get()).isEqualTo(3);
    assertThat(gallery.selection().lead()).isEqualTo(2);
    gallery.show(folder.resolve("1.png"));
    work();
    assertThat(gallery.selection().lead()).isZero();
  }

  @Test
  void passesOverPicturesThatVanished() throws IOException {
    long gone = add(1);
    add(2);
    open();
    Files.delete(folder.resolve("1.png"));
    gallery.take(0, Manner.ALONE);
    work();
    assertThat(gallery.size().get()).isEqualTo(1);
    assertThat(ids()).doesNotContain(gone);
    collection.lose(gallery.listing().get().id(0));
    seen(0);
    work();
    assertThat(gallery.size().get()).isZero();
    assertThat(failures).isEmpty();
  }

  @Test
  void aThumbnailThatCannotBeReadNowIsMarkedAndReadLater() throws IOException {
    add(1);
    open();
    for (Throwable trouble :
        List.of(
            new OutOfMemoryError("heap"),
            new IllegalStateException("odd"),
            GenerationException.unreadable(folder, "busy", null))) {
      collection.trouble = trouble;
      GalleryPicture first = seen(0);
      work();
      assertThat(first.isUnreadable().get()).isTrue();
      gallery.unseen(first);
    }
    collection.trouble = null;
    GalleryPicture first = seen(0);
    work();
    assertThat(first.thumbnail().get()).isNotNull();
    assertThat(first.isUnreadable().get()).isFalse();
  }

  @Test
  void readsThumbnailsInSightTheLastWantedFirstAndForgetsTheOldest() throws IOException {
    collection = FakeGallery.of(Thumbnails.MOST + 50, NOW);
    open();
    List<GalleryPicture> all = new ArrayList<>();
    for (int place = 0; place < Thumbnails.MOST + 50; place++) {
      all.add(seen(place));
    }
    gallery.unseen(all.get(7));
    work();
    Path unseen = all.get(7).file().orElse(Path.of("none"));
    assertThat(collection.reduced).doesNotContain(unseen).hasSize(Thumbnails.MOST + 49);
    long held = all.stream().filter(one -> one.thumbnail().get() != null).count();
    assertThat(held).isEqualTo(Thumbnails.MOST);
  }

  @Test
  void wordsWaitUntilOneHasStoppedTyping() throws IOException {
    add(1);
    add(23);
    open();
    int before = collection.asked.size();
    gallery.question().words().set("2");
    gallery.question().words().set("23");
    assertThat(collection.asked).hasSize(before);
    pause();
    assertThat(collection.asked).hasSize(before + 1);
    assertThat(gallery.size().get()).isEqualTo(1);
    gallery.question().clear();
    pause();
    assertThat(gallery.size().get()).isEqualTo(2);
  }

  @Test
  void marksAreSeenAtOnceAndFoundAgain() throws IOException {
    add(1);
    long second = add(2);
    open();
    seen(0);
    seen(1);
    work();
    gallery.take(1, Manner.ALONE);
    work();
    actions.stars(4);
    assertThat(gallery.at(1).marks().stars()).isEqualTo(4);
    actions.toggleFavourite();
    actions.label(Optional.of(ColourLabel.GREEN));
    actions.addTo("Forest");
    work();
    assertThat(collection.get(second).marks().stars()).isEqualTo(4);
    assertThat(collection.get(second).marks().boards()).containsExactly("Forest");
    assertThat(gallery.collection().boards())
        .containsExactly(new GalleryCollection.Board("Forest", 1));
    new FilterEdit(gallery.question().filter()).stars(3);
    work();
    assertThat(ids()).containsExactly(second);
    gallery.question().clear();
    gallery.question().go(GalleryScope.board("Forest"));
    work();
    assertThat(ids()).containsExactly(second);
    gallery.question().go(GalleryScope.FAVOURITES);
    work();
    assertThat(ids()).containsExactly(second);
    actions.stars(4);
    assertThat(gallery.at(0).marks().stars()).isZero();
  }

  @Test
  void whatIsNotedOfANewPictureReachesTheCollectionWhenItKnowsIt() throws IOException {
    add(1);
    open();
    session.add(result(7), services);
    work();
    actions.stars(5);
    work();
    long id = collection.add(shown().file().get(), NOW, "new");
    collection.tell();
    work();
    assertThat(collection.get(id).marks().stars()).isEqualTo(5);
  }

  @Test
  void discardsManyAndTakesThemBack() throws IOException {
    for (int i = 1; i <= 5; i++) {
      add(i);
    }
    open();
    gallery.take(1, Manner.ALONE);
    gallery.take(3, Manner.RANGE);
    work();
    actions.discard();
    assertThat(gallery.size().get()).isEqualTo(2);
    work();
    assertThat(gallery.size().get()).isEqualTo(2);
    assertThat(viewer.trash().count().get()).isEqualTo(3);
    assertThat(shown().file().get()).isEqualTo(folder.resolve("5.png"));
    viewer.trash().undo();
    work();
    assertThat(gallery.size().get()).isEqualTo(5);
  }

  @Test
  void whatCannotBeDiscardedStays() throws IOException {
    add(1);
    add(2);
    open();
    gallery.selection().all();
    collection.trouble =
        GenerationException.unwritable(folder, "read-only", new IOException("read-only"));
    actions.discard();
    work();
    assertThat(gallery.size().get()).isEqualTo(2);
    assertThat(failures).hasSize(1);
  }

  @Test
  void bringsBackFromTheTrashAndEmptiesIt() throws IOException {
    long first = add(1);
    long second = add(2);
    add(3);
    open();
    collection.discard(List.of(first, second));
    gallery.question().go(GalleryScope.TRASH);
    work();
    assertThat(ids()).containsExactly(first, second);
    gallery.take(0, Manner.ALONE);
    work();
    actions.discard();
    actions.restore();
    work();
    assertThat(ids()).containsExactly(second);
    actions.emptyTrash(gone -> assertThat(gone).isEqualTo(1));
    work();
    assertThat(gallery.size().get()).isZero();
    gallery.question().go(GalleryScope.ALL);
    work();
    assertThat(gallery.size().get()).isEqualTo(2);
  }

  /** Finds what was made last nearest. */
  private static final class Looks implements LookService {

    @Override
    public boolean hasMeaning() {
      return true;
    }

    @Override
    public List<Nearness> like(String words, int most, Cancellation cancellation) {
      return List.of(new Nearness(2, 0.9), new Nearness(1, 0.5));
    }

    @Override
    public List<Nearness> like(PixelImage picture, int most, Cancellation cancellation) {
      return List.of(new Nearness(3, 0.9));
    }

    @Override
    public List<Nearness> like(long id, int most, Cancellation cancellation) {
      return List.of(new Nearness(2, 0.9), new Nearness(3, 0.8));
    }

    @Override
    public List<List<Nearness>> duplicates(int bits, Cancellation cancellation) {
      return List.of(
          List.of(new Nearness(1, 1), new Nearness(2, 1)),
          List.of(new Nearness(3, 1), new Nearness(4, 0.9)));
    }

    @Override
    public List<String> suggestions(PixelImage picture, int most, Cancellation cancellation) {
      return List.of();
    }

    @Override
    public Optional<Lineage> lineage(long id) {
      return Optional.empty();
    }
  }

  @Test
  void findsByMeaningByLookAndTwice() throws IOException {
    collection.looks = new Looks();
    for (int i = 1; i <= 4; i++) {
      add(i);
    }
    open();
    assertThat(gallery.search().hasMeaning().get()).isTrue();
    gallery.question().meaning().set(true);
    gallery.question().words().set("an animal");
    pause();
    assertThat(ids()).containsExactly(2L, 1L);
    gallery.search().similar(gallery.at(1), "Like this");
    work();
    assertThat(ids()).containsExactly(2L, 3L);
    gallery.search().duplicates("Duplicates");
    work();
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(gallery.listing().get().sections()).hasSize(2);
    gallery.showNearest(List.of(new Nearness(4, 1)), "Near");
    work();
    assertThat(ids()).containsExactly(4L);
    gallery.question().clear();
    pause();
    assertThat(gallery.size().get()).isEqualTo(4);
  }

  @Test
  void ordersAndHeadings() throws IOException {
    add(1);
    add(24 * 60);
    add(3 * 24 * 60);
    open();
    assertThat(gallery.listing().get().sections()).hasSize(3);
    gallery.question().order().set(Order.OLDEST);
    work();
    assertThat(ids()).containsExactly(3L, 2L, 1L);
    gallery.question().order().set(Order.NAME);
    work();
    assertThat(gallery.listing().get().sections()).hasSize(1);
  }

  @Test
  void tellsWhatIsReadUntilItIs() {
    open();
    collection.tell(Activity.FILES, 3, 10);
    collection.tell(Activity.LOOKS, 1, 5);
    assertThat(gallery.collection().reading().get())
        .isEqualTo(new GalleryCollection.Reading(Activity.FILES, 3, 10));
    collection.tell(Activity.FILES, 10, 10);
    assertThat(gallery.collection().reading().get().activity()).isEqualTo(Activity.LOOKS);
    collection.tell(Activity.LOOKS, 5, 5);
    assertThat(gallery.collection().reading().get()).isNull();
  }
}
