package io.github.easel.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.GenerationException;
import io.github.easel.ui.FakeGallery;
import io.github.easel.ui.gallery.GallerySelection.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is listed, chosen and shown. */
class GalleryViewModelTest extends GalleryRig {

  GalleryViewModelTest(@TempDir Path folder) {
    super(folder);
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
}
