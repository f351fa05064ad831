package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.PixelImage;
import io.github.easel.image.Thumbnail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailStoreTest {

  private static final PixelImage PICTURE = Drawn.blobs(1, 640, 400);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("gallery").resolve("thumbnails.db");
  }

  private ThumbnailStore open() {
    return ThumbnailStore.open(file(), ThumbnailStore.USUAL_MOST);
  }

  @Test
  void makesAThumbnailOnceAndKeepsItForTheNextTime() {
    try (ThumbnailStore store = open()) {
      assertThat(store.has("a")).isFalse();
      PixelImage small = store.of("a", () -> PICTURE);
      assertThat(small.width()).isEqualTo(256);
      assertThat(small.height()).isEqualTo(160);
      assertThat(store.has("a")).isTrue();
    }
    try (ThumbnailStore store = open()) {
      PixelImage kept =
          store.of(
              "a",
              () -> {
                throw new AssertionError("it is kept");
              });
      assertThat(kept.width()).isEqualTo(256);
      long hash = PerceptualHash.of(PICTURE);
      assertThat(PerceptualHash.distance(hash, PerceptualHash.of(kept))).isLessThan(4);
    }
  }

  @Test
  void takesLittleMemoryWhereThereCanBeNoFile() throws IOException {
    Files.writeString(folder.resolve("gallery"), "no folder");
    try (ThumbnailStore store = open()) {
      store.put("a", Drawn.plain(20, 10, 0x336699));
      assertThat(store.has("a")).isTrue();
      assertThat(store.bound()).isEqualTo(ThumbnailStore.MOST_IN_MEMORY);
    }
  }

  @Test
  void smallPicturesStayAsLargeAsTheyAre() {
    try (ThumbnailStore store = open()) {
      store.of("small", () -> Drawn.plain(20, 10, 0x336699));
      PixelImage kept = store.find("small").orElseThrow();
      assertThat(kept.width()).isEqualTo(20);
      assertThat(kept.argb(3, 3) >> 16 & 255).isBetween(0x30, 0x36);
      assertThatThrownBy(() -> store.put("large", PICTURE))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPictureThatCannotBeReadLeavesNothing() {
    try (ThumbnailStore store = open()) {
      assertThatThrownBy(
              () ->
                  store.of(
                      "gone",
                      () -> {
                        throw new IllegalStateException("gone");
                      }))
          .hasMessage("gone");
      assertThat(store.find("gone")).isEmpty();
    }
  }

  @Test
  void thoseUsedLongestAgoMakeRoomForOthers() {
    List<PixelImage> pictures =
        IntStream.range(0, 128).mapToObj(i -> Drawn.blobs(i, 128, 128)).toList();
    long all =
        pictures.stream().mapToLong(one -> Thumbnail.encode(one, Thumbnail.QUALITY).length).sum();
    AtomicLong today = new AtomicLong(10);
    try (ThumbnailStore store = ThumbnailStore.open(file(), all - all / 50, today::get)) {
      for (int i = 0; i < 20; i++) {
        store.put("picture" + i, pictures.get(i));
      }
      today.incrementAndGet();
      assertThat(store.find("picture3")).isPresent();
      for (int i = 20; i < 128; i++) {
        store.put("picture" + i, pictures.get(i));
      }
      assertThat(store.find("picture3")).isPresent();
      assertThat(store.find("picture4")).isEmpty();
      assertThat(store.find("picture127")).isPresent();
    }
  }

  @Test
  void twoProcessesShareOneFile() {
    try (ThumbnailStore one = open();
        ThumbnailStore other = open()) {
      one.put("a", Drawn.plain(8, 8, 0xFF0000));
      other.put("b", Drawn.plain(8, 8, 0x00FF00));
      other.put("a", Drawn.plain(16, 8, 0x00FF00));
      assertThat(one.find("b")).isPresent();
      assertThat(one.find("a").orElseThrow().width()).isEqualTo(16);
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndBegunAnew() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "no database at all, but long enough to be looked at by SQLite");
    try (ThumbnailStore store = open()) {
      store.of("a", () -> PICTURE);
      assertThat(store.find("a")).isPresent();
    }
    assertThat(file().resolveSibling("thumbnails.db.unreadable")).exists();
  }

  @Test
  void aFileDamagedInItsMiddleIsNoFailure() throws IOException {
    try (ThumbnailStore store = open()) {
      for (int i = 0; i < 60; i++) {
        store.put("picture" + i, Drawn.blobs(i, 256, 256));
      }
    }
    byte[] bytes = Files.readAllBytes(file());
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5A);
    Files.write(file(), bytes);
    try (ThumbnailStore store = open()) {
      assertThat(store.find("picture7")).isEmpty();
      store.put("picture7", Drawn.plain(9, 9, 0x123456));
      assertThat(store.find("picture7")).isPresent();
    }
  }

  @Test
  void whereNoFileCanBeThumbnailsAreHeldInMemory() throws IOException {
    Path wall = Files.writeString(folder.resolve("wall"), "a file where a folder should be");
    try (ThumbnailStore store =
        ThumbnailStore.open(wall.resolve("thumbnails.db"), ThumbnailStore.USUAL_MOST)) {
      store.put("a", Drawn.plain(8, 8, 0xFF0000));
      assertThat(store.find("a")).isPresent();
    }
  }

  @Test
  void aClosedStoreHasNothing() {
    ThumbnailStore store = open();
    store.put("a", Drawn.plain(8, 8, 0xFF0000));
    store.close();
    assertThat(store.find("a")).isEmpty();
    store.close();
  }
}
