package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.gallery.Drawn;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.Resizing;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the towers of the starter model, which ship with Easel. */
class LocalLookServiceTest {

  private static final Cancellation NEVER = new Cancellation();
  private static final Path MODELS =
      Path.of(System.getProperty("easel.home", ".")).resolve("models");
  private static final LocalMeaningService STARTER =
      new LocalMeaningService(
          Optional.empty(),
          new ModelCatalogue(List.of(MODELS)),
          () -> OnnxEngine.on(DeviceChoice.CPU));

  private static final int RED = 0xC81419;
  private static final int BLUE = 0x1432C8;

  @TempDir Path folder;

  private LookFolder pictures;
  private LookService service;

  @BeforeEach
  void open() {
    pictures = new LookFolder(folder);
    service = new LocalLookService(pictures.index(), STARTER);
  }

  @AfterEach
  void close() {
    pictures.close();
  }

  @AfterAll
  static void closeTowers() {
    STARTER.close();
  }

  private static List<Long> ids(List<Nearness> found) {
    return found.stream().map(Nearness::id).toList();
  }

  @Test
  void theStartersTowersHaveAFingerprint() {
    assertThat(STARTER.towers().orElseThrow()).hasSize(10);
    assertThat(service.hasMeaning()).isTrue();
    assertThat(new LocalLookService(pictures.index(), MeaningService.NONE).hasMeaning()).isFalse();
  }

  @Test
  void aChosenFolderWithoutTowersLeavesTheUsual() {
    try (LocalMeaningService chosen =
        new LocalMeaningService(
            Optional.of(folder),
            new ModelCatalogue(List.of(MODELS)),
            () -> OnnxEngine.on(DeviceChoice.CPU))) {
      assertThat(chosen.towers()).isEqualTo(STARTER.towers());
    }
    try (LocalMeaningService chosen =
        new LocalMeaningService(
            Optional.of(MODELS.resolve("starter")),
            new ModelCatalogue(List.of()),
            () -> OnnxEngine.on(DeviceChoice.CPU))) {
      assertThat(chosen.towers()).isEqualTo(STARTER.towers());
    }
  }

  @Test
  void findsByWhatWordsMean() throws IOException {
    PixelImage red = Drawn.disc(128, 40, RED, 0xFFFFFF);
    long apple = pictures.add("x1.png", red, "", "").id();
    pictures.add("x2.png", Drawn.plain(128, 128, 0x101830), "", "");
    pictures.add("x3.png", Drawn.disc(128, 40, BLUE, 0xFFFFFF), "", "");
    pictures.look(STARTER);
    List<Nearness> found = service.like("a red apple on a white background", 3, NEVER);
    assertThat(found).hasSize(3);
    assertThat(found.get(0).id()).isEqualTo(apple);
    assertThat(found.get(0).likeness()).isGreaterThan(found.get(2).likeness());
    assertThat(service.like("წითელი ვაშლი", 1, NEVER)).extracting(Nearness::id).contains(apple);
    assertThat(service.like("  ", 3, NEVER)).isEmpty();
  }

  @Test
  void findsByPictureAndMoreLikeOne() throws IOException {
    PixelImage red = Drawn.disc(128, 40, RED, 0xFFFFFF);
    long one = pictures.add("a.png", red, "", "").id();
    long other = pictures.add("b.png", Drawn.disc(128, 43, RED, 0xFFFFFF), "", "").id();
    pictures.add("c.png", Drawn.plain(128, 128, 0x101830), "", "");
    pictures.look(STARTER);
    assertThat(ids(service.like(Resizing.stretched(red, 300, 300), 2, NEVER)))
        .containsExactlyInAnyOrder(one, other);
    assertThat(ids(service.like(one, 1, NEVER))).containsExactly(other);
    assertThat(ids(service.like(one, 9, NEVER))).hasSize(2).doesNotContain(one);
    assertThat(service.like(777L, 9, NEVER)).isEmpty();
  }

  @Test
  void followsWhatHappensToTheCollection() throws IOException {
    PixelImage red = Drawn.disc(128, 40, RED, 0xFFFFFF);
    GalleryItem one = pictures.add("a.png", red, "", "");
    pictures.look(STARTER);
    assertThat(ids(service.like(red, 9, NEVER))).containsExactly(one.id());
    long later = pictures.add("b.png", Drawn.disc(128, 40, BLUE, 0xFFFFFF), "", "").id();
    assertThat(ids(service.like(red, 9, NEVER))).containsExactly(one.id());
    pictures.look(STARTER);
    assertThat(ids(service.like(red, 9, NEVER))).containsExactly(one.id(), later);
    pictures.discard(one, true);
    assertThat(ids(service.like(red, 9, NEVER))).containsExactly(later);
    long back = pictures.discard(one, false).id();
    assertThat(ids(service.like(red, 9, NEVER))).containsExactly(back, later);
    pictures.index().forget(List.of(one.entry().file()));
    assertThat(ids(service.like(red, 9, NEVER))).containsExactly(later);
  }

  @Test
  void aFileThatBecomesAKnownPictureLooksLikeThat() throws IOException {
    PixelImage red = Drawn.disc(128, 40, RED, 0xFFFFFF);
    PixelImage blue = Drawn.disc(128, 40, BLUE, 0xFFFFFF);
    GalleryItem one = pictures.add("a.png", red, "", "");
    GalleryItem other = pictures.add("b.png", blue, "", "");
    pictures.look(STARTER);
    assertThat(ids(service.like(red, 1, NEVER))).containsExactly(one.id());
    Files.copy(one.entry().file(), other.entry().file(), StandardCopyOption.REPLACE_EXISTING);
    pictures.discard(other, false); // reads it again
    List<Nearness> found = service.like(red, 2, NEVER);
    assertThat(found).extracting(Nearness::likeness).allMatch(likeness -> likeness > 0.999);
    assertThat(ids(found)).containsExactlyInAnyOrder(one.id(), other.id());
  }

  @Test
  void aPictureThatIsDamagedLaterIsLikeNothing() throws IOException {
    PixelImage red = Drawn.disc(128, 40, RED, 0xFFFFFF);
    GalleryItem one = pictures.add("a.png", red, "", "");
    pictures.look(STARTER);
    assertThat(ids(service.like(red, 1, NEVER))).containsExactly(one.id());
    pictures.addDamaged("a.png");
    pictures.look(STARTER);
    assertThat(service.like(red, 1, NEVER)).isEmpty();
  }

  @Test
  void whoeverWaitsGetsAllPicturesLookedAt() throws IOException {
    PixelImage red = Drawn.disc(128, 40, RED, 0xFFFFFF);
    GalleryItem one = pictures.add("a.png", red, "", "");
    pictures.addDamaged("broken.png");
    List<String> told = new ArrayList<>();
    try (GalleryNews news = new GalleryNews();
        GalleryLooks looks =
            LocalGalleryLooks.with(STARTER, () -> false)
                .open(pictures.index(), folder.resolve("looks"), news)) {
      looks.lookAtAll(NEVER, (done, all) -> told.add(done + " " + all));
      assertThat(ids(looks.service().like(red, 3, NEVER))).containsExactly(one.id());
      looks.lookAtAll(NEVER, (done, all) -> told.add("again"));
    }
    assertThat(told).containsExactly("0 2", "1 2", "2 2");
  }

  @Test
  void duplicatesAreFoundWithoutTowers() throws IOException {
    PixelImage picture = Drawn.blobs(1, 200, 160);
    final long oldest = pictures.add("first.png", picture, "", "").id();
    pictures.add("other.png", Drawn.blobs(2, 200, 160), "", "");
    long smaller = pictures.add("s.png", Resizing.stretched(picture, 100, 80), "", "").id();
    long same = pictures.add("same.png", picture, "", "").id();
    pictures.look(MeaningService.NONE);
    LookService blind = new LocalLookService(pictures.index(), MeaningService.NONE);
    List<List<Nearness>> groups = blind.duplicates(6, NEVER);
    assertThat(groups).hasSize(1);
    assertThat(ids(groups.get(0))).containsExactly(oldest, smaller, same);
    assertThat(groups.get(0).get(2).likeness()).isEqualTo(1);
    assertThat(blind.like(oldest, 5, NEVER)).isEmpty();
    assertThat(blind.like("words", 5, NEVER)).isEmpty();
    assertThat(blind.like(picture, 5, NEVER)).isEmpty();
  }

  @Test
  void suggestsTheWordsOfTheNearest() throws IOException {
    pictures.add("a.png", Drawn.disc(128, 40, RED, 0xFFFFFF), "A red  apple", "");
    pictures.add("b.png", Drawn.disc(128, 44, RED, 0xFFFFFF), "a red apple ", "");
    pictures.add("c.png", Drawn.disc(128, 41, RED, 0xFFFFFF), "", "");
    pictures.add("d.png", Drawn.plain(128, 128, 0x101830), "night", "");
    pictures.look(STARTER);
    PixelImage dropped = Drawn.disc(128, 42, RED, 0xFFFFFF);
    List<String> found = service.suggestions(dropped, 5, NEVER);
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).matches("(?i)a red +apple");
    assertThat(found.get(1)).isEqualTo("night");
    assertThat(service.suggestions(dropped, 1, NEVER)).hasSize(1);
  }

  @Test
  void questionsCanBeCancelled() throws IOException {
    pictures.add("a.png", Drawn.disc(128, 40, RED, 0xFFFFFF), "", "");
    pictures.look(STARTER);
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(() -> service.like("words", 5, cancelled))
        .isInstanceOf(GenerationException.class);
  }
}
