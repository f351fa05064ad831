package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.gallery.Drawn;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Look;
import io.github.easel.gallery.PerceptualHash;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.PixelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LookReaderTest {

  @TempDir Path folder;

  private LookFolder pictures;

  /** Towers that see only the first pixel. */
  private static class FirstPixel implements MeaningService {

    private final String name;
    private final AtomicInteger asked = new AtomicInteger();

    FirstPixel(String name) {
      this.name = name;
    }

    @Override
    public Optional<Embedding> of(PixelImage image) {
      asked.incrementAndGet();
      int argb = image.argb(0, 0);
      return Optional.of(Embedding.of(new float[] {1, argb >> 16 & 255, argb & 255}));
    }

    @Override
    public Optional<Embedding> of(String words) {
      return Optional.empty();
    }

    @Override
    public Optional<String> towers() {
      return Optional.of(name);
    }
  }

  @BeforeEach
  void open() {
    pictures = new LookFolder(folder);
  }

  @AfterEach
  void close() {
    pictures.close();
  }

  private Look look(String towers, GalleryItem item) {
    return Objects.requireNonNull(looks(towers).get(item.id()));
  }

  private Map<Long, Look> looks(String towers) {
    Map<Long, Look> looks = new HashMap<>();
    pictures.index().eachLook(towers, looks::put);
    return looks;
  }

  /** Runs a reader until it has told that it is done. */
  private void readAll(MeaningService meanings) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    GalleryService.Counting progress =
        (now, all) -> {
          if (now == all) {
            done.countDown();
          }
        };
    try (LookReader reader =
        new LookReader(pictures.index(), pictures.thumbnails(), meanings, () -> false, progress)) {
      reader.wake();
      done.await();
    }
  }

  @Test
  void looksAtEveryPictureOnce() throws IOException, InterruptedException {
    PixelImage picture = Drawn.blobs(3, 300, 200);
    final GalleryItem item = pictures.add("a.png", picture, "", "");
    for (int i = 0; i < 20; i++) {
      pictures.add(i + ".png", Drawn.blobs(100 + i, 40, 40), "", "");
    }
    FirstPixel towers = new FirstPixel("one");
    readAll(towers);
    assertThat(towers.asked).hasValue(21);
    Look look = look("one", item);
    assertThat(look.pixels()).isEqualTo(picture.sha256());
    assertThat(look.hash()).isEqualTo(PerceptualHash.of(picture));
    assertThat(look.embedding()).isPresent();
    PixelImage small = pictures.thumbnails().find(item.entry().identity()).orElseThrow();
    assertThat(small.width()).isEqualTo(256);
    assertThat(pictures.index().lookless("one", 5)).isEmpty();
    assertThat(pictures.index().countLookless("one")).isZero();
  }

  @Test
  void otherTowersLookAnew() throws IOException, InterruptedException {
    pictures.add("a.png", Drawn.blobs(3, 30, 20), "", "");
    readAll(new FirstPixel("one"));
    FirstPixel other = new FirstPixel("other");
    assertThat(pictures.index().countLookless("other")).isEqualTo(1);
    readAll(other);
    assertThat(other.asked).hasValue(1);
    assertThat(looks("other").values()).allMatch(look -> look.embedding().isPresent());
    assertThat(looks("one").values()).allMatch(look -> look.embedding().isEmpty());
  }

  @Test
  void withoutTowersThereAreHashesAlone() throws IOException, InterruptedException {
    pictures.add("a.png", Drawn.blobs(3, 30, 20), "", "");
    readAll(MeaningService.NONE);
    assertThat(looks("")).hasSize(1);
    assertThat(pictures.index().lookless("", 5)).isEmpty();
    assertThat(pictures.index().countLookless("")).isZero();
    assertThat(pictures.index().lookless("one", 5)).hasSize(1);
    assertThat(pictures.index().countLookless("one")).isEqualTo(1);
  }

  @Test
  void aDamagedPictureIsNotTriedForEver() throws IOException, InterruptedException {
    GalleryItem damaged = pictures.addDamaged("broken.png");
    GalleryItem gone = pictures.add("gone.png", Drawn.blobs(4, 30, 20), "", "");
    final GalleryItem whole = pictures.add("whole.png", Drawn.blobs(5, 30, 20), "", "");
    Files.delete(gone.entry().file());
    readAll(new FirstPixel("one"));
    assertThat(look("one", damaged).isNone()).isTrue();
    assertThat(look("one", whole).isNone()).isFalse();
    assertThat(pictures.index().lookless("one", 5))
        .extracting(item -> item.entry().file())
        .containsExactly(gone.entry().file()); // the next scan of the folder forgets it
    assertThat(pictures.thumbnails().has(damaged.entry().identity())).isFalse();
  }

  @Test
  void oneStrangePictureDoesNotEndTheLooking() throws IOException, InterruptedException {
    GalleryItem usual = pictures.add("usual.png", Drawn.blobs(4, 30, 20), "", "");
    GalleryItem strange = pictures.add("strange.png", Drawn.blobs(5, 31, 20), "", "");
    MeaningService towers =
        new FirstPixel("one") {
          @Override
          public Optional<Embedding> of(PixelImage image) {
            if (image.width() == 31) {
              throw new IllegalStateException("nobody thought of this");
            }
            return super.of(image);
          }
        };
    readAll(towers);
    assertThat(looks("one")).containsOnlyKeys(usual.id());
    assertThat(pictures.index().lookless("one", 5))
        .extracting(GalleryItem::id)
        .containsExactly(strange.id());
  }

  @Test
  void waitsWhileAPictureIsDrawn() throws IOException, InterruptedException {
    pictures.add("a.png", Drawn.blobs(3, 30, 20), "", "");
    AtomicBoolean drawing = new AtomicBoolean(true);
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    FirstPixel towers = new FirstPixel("one");
    try (LookReader reader =
        new LookReader(
            pictures.index(),
            pictures.thumbnails(),
            towers,
            () -> {
              asked.countDown();
              return drawing.get();
            },
            (now, all) -> done.countDown())) {
      reader.wake();
      asked.await();
      assertThat(towers.asked).hasValue(0);
      drawing.set(false);
      done.await();
      assertThat(towers.asked).hasValue(1);
    }
  }

  @Test
  void whatComesLaterIsLookedAtWhenItIsWoken() throws IOException, InterruptedException {
    List<CountDownLatch> rounds = List.of(new CountDownLatch(1), new CountDownLatch(1));
    AtomicInteger round = new AtomicInteger();
    FirstPixel towers = new FirstPixel("one");
    try (LookReader reader =
        new LookReader(
            pictures.index(),
            pictures.thumbnails(),
            towers,
            () -> false,
            (now, all) -> rounds.get(round.getAndIncrement()).countDown())) {
      pictures.add("a.png", Drawn.blobs(3, 30, 20), "", "");
      reader.wake();
      assertThat(rounds.get(0).await(30, TimeUnit.SECONDS)).isTrue();
      pictures.add("b.png", Drawn.blobs(4, 30, 20), "", "");
      reader.wake();
      assertThat(rounds.get(1).await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(towers.asked).hasValue(2);
    }
  }
}
