package io.github.easel.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.GalleryService.Activity;
import io.github.easel.app.LookService;
import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.GalleryQuery.Order;
import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.gallery.GallerySelection.Manner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding, marking, discarding. */
class GalleryOrderTest extends GalleryRig {

  GalleryOrderTest(@TempDir Path folder) {
    super(folder);
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
    gallery.showNearest(List.of(new Nearness(4, 1)), "Near", Optional.empty());
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
