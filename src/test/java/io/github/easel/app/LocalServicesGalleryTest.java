package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.QueryText;
import io.github.easel.gallery.TestPictures;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the services of the window do to the collection. Nothing watches the folder here: the
 * collection knows what it is told.
 */
class LocalServicesGalleryTest {

  private final Path root;
  private final Services services;
  private final GalleryService gallery;

  LocalServicesGalleryTest(@TempDir Path folder) {
    root = folder.resolve("pictures");
    services =
        LocalServices.open(
            new Places(folder.resolve("home"), folder.resolve("data"), root),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
    gallery = services.gallery();
  }

  @AfterEach
  void close() {
    services.close();
  }

  private Path kept(long seed) {
    Path file = services.pictures().keep(TestPictures.result("fox " + seed, seed));
    gallery.kept(file);
    return file;
  }

  private List<Path> found(String typed) {
    Found found = gallery.find(QueryText.parse(typed), new Cancellation());
    return gallery.items(IntStream.range(0, found.size()).mapToObj(found::id).toList()).stream()
        .map(item -> item.entry().file())
        .toList();
  }

  @Test
  void discardingOnePictureAndUndoAreKnownAtOnceWithAllMarks() {
    Path file = kept(1);
    Path other = kept(2);
    long id = gallery.item(file).orElseThrow().id();
    gallery.mark(List.of(id), marks -> marks.withStars(5).on("Foxes"));

    Path discarded = services.trash().discard(file);
    assertThat(found("fox")).containsExactly(other);
    assertThat(found("is:trash")).containsExactly(discarded);
    assertThat(found("is:trash stars:5")).containsExactly(discarded);
    assertThat(gallery.boards()).containsEntry("Foxes", 0);

    assertThat(services.trash().restore(discarded, file)).isEqualTo(file);
    assertThat(found("fox")).containsExactlyInAnyOrder(file, other);
    assertThat(found("is:trash")).isEmpty();
    assertThat(gallery.item(file).orElseThrow().marks())
        .isEqualTo(Marks.NONE.withStars(5).on("Foxes"));
    assertThat(gallery.boards()).containsEntry("Foxes", 1);
  }

  @Test
  void whatTheWindowDiscardsTheGalleryRestores() {
    Path file = kept(1);
    Path discarded = services.trash().discard(file);
    GalleryItem item = gallery.item(discarded).orElseThrow();
    assertThat(gallery.restore(List.of(item.id())).get(0).entry().file()).isEqualTo(file);
    assertThat(services.trash().discard(file)).isEqualTo(discarded);
  }

  @Test
  void aPictureOfAFolderThatWasLeftIsMovedWithoutAWord() {
    Path file = kept(1);
    services.keepPicturesIn(root.resolveSibling("other"));
    Path discarded = services.trash().discard(file);
    assertThat(discarded).startsWith(root.resolveSibling("other")).exists();
    assertThat(found("is:trash")).containsExactly(discarded);
    services.keepPicturesIn(root);
    assertThat(found("is:trash")).isEmpty();
  }

  @Test
  void whatVanishedOrIsDamagedIsSaidAndHarmsNothingElse() throws IOException {
    Path gone = kept(1);
    Path damaged = kept(2);
    Path sound = kept(3);
    Files.delete(gone);
    byte[] bytes = Files.readAllBytes(damaged);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 7);
    Files.write(damaged, bytes);
    for (Path file : List.of(gone, damaged)) {
      assertThatThrownBy(() -> services.pictures().read(file))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE);
                assertThat(e.details().get(0)).isEqualTo(file.toString());
              });
    }
    assertThat(gallery.thumbnail(sound).width()).isEqualTo(TestPictures.SIDE);
    assertThatThrownBy(() -> services.trash().discard(gone))
        .isInstanceOf(GenerationException.class);
    gallery.rebuild(new Cancellation(), (done, all) -> {});
    assertThat(gallery.find(GalleryQuery.ALL, new Cancellation()).size()).isEqualTo(2);
    assertThat(found("")).containsExactlyInAnyOrder(damaged, sound);
  }
}
