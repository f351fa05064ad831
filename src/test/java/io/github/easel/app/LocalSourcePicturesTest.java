package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSourcePicturesTest {

  @TempDir Path folder;
  private Path copies;
  private SourcePictures sources;
  private PixelImage image;

  @BeforeEach
  void open() {
    copies = folder.resolve("data").resolve("sources");
    sources = new LocalSourcePictures(copies);
    byte[] rgb = new byte[3 * 20 * 10];
    new Random(1).nextBytes(rgb);
    image = PixelImage.of(20, 10, rgb);
  }

  @Test
  void keepsAFileThatThenGoesAway() throws IOException {
    Path file = folder.resolve("photo.png");
    PngWriter.write(image, Map.of("parameters", "a cat"), file);

    Path copy = sources.keep(file);
    Files.delete(file);

    assertThat(copy).isEqualTo(copies.resolve(image.sha256() + ".png"));
    assertThat(sources.read(copy)).isEqualTo(image);
    assertThat(sources.find(image.sha256())).contains(image);
  }

  @Test
  void copiesTheFileOfAFinishedPictureInsteadOfWritingItAgain() throws IOException {
    Path file = folder.resolve("finished.png");
    PngWriter.write(image, Map.of("parameters", "a cat"), file);
    LocalSourcePictures own = new LocalSourcePictures(copies);
    own.finished(image, file);
    Path copy = own.keep(image);
    assertThat(Files.mismatch(copy, file)).as("its settings are in it").isEqualTo(-1);
    assertThat(own.read(copy)).isEqualTo(image);
    Files.write(file, new byte[] {1, 2, 3}); // into the same file, as some programs do
    assertThat(own.find(image.sha256())).as("overwritten, it is still a source").contains(image);
    Files.delete(file);
    assertThat(own.find(image.sha256())).as("discarded, it is still a source").contains(image);
  }

  @Test
  void writesACopyOfAFinishedPictureThatWasChangedOrIsGone() throws IOException {
    Path file = folder.resolve("finished.png");
    PngWriter.write(PixelImage.of(1, 1, new byte[3]), Map.of(), file);
    LocalSourcePictures own = new LocalSourcePictures(copies);
    own.finished(image, file);
    assertThat(own.read(own.keep(image))).isEqualTo(image);
    assertThat(own.find(image.sha256())).contains(image);
    Files.delete(own.keep(image));
    Files.delete(file);
    assertThat(own.read(own.keep(image))).isEqualTo(image);
  }

  @Test
  void keepsMasksBesideThePictures() throws IOException {
    byte[] values = new byte[20 * 10];
    new Random(2).nextBytes(values);
    Mask mask = Mask.of(20, 10, values);
    Path copy = sources.keep(mask);
    sources.keep(image);

    assertThat(copy).isEqualTo(copies.resolve("mask-" + mask.sha256() + ".png"));
    assertThat(sources.keep(Mask.of(20, 10, values))).isEqualTo(copy);
    assertThat(sources.mask(copy)).isEqualTo(mask);
    assertThat(sources.findMask(mask.sha256())).contains(mask);
    assertThat(sources.findMask(image.sha256())).isEmpty();
    assertThat(sources.find(mask.sha256())).isEmpty();
    assertThat(sources.findMask("../" + mask.sha256())).isEmpty();

    Files.write(copy, new byte[] {1, 2, 3});
    assertThat(sources.findMask(mask.sha256())).isEmpty();
  }

  @Test
  void keepsTheSamePixelsOnce() throws IOException {
    Path first = sources.keep(image);
    Object before = Files.getLastModifiedTime(first);
    assertThat(sources.keep(PixelImage.of(20, 10, image.rgb()))).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);
    assertThat(copies()).containsExactly(first.getFileName().toString());
  }

  @Test
  void holdsEqualPixelsOnceHoweverOftenTheyAreRead() {
    Path copy = sources.keep(image);
    PixelImage first = sources.read(copy);
    assertThat(sources.read(copy)).isSameAs(first);
    assertThat(sources.find(image.sha256()).orElseThrow()).isSameAs(first);
  }

  @Test
  void makesADamagedCopyGood() throws IOException {
    Path copy = sources.keep(image);
    byte[] bytes = Files.readAllBytes(copy);
    Files.write(copy, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(sources.find(image.sha256())).isEmpty();

    assertThat(sources.keep(image)).isEqualTo(copy);
    assertThat(sources.find(image.sha256())).contains(image);
  }

  @Test
  void doesNotTakeAnotherPictureForTheOneThatWasKept() {
    Path copy = sources.keep(image);
    PngWriter.write(PixelImage.of(1, 1, new byte[3]), Map.of(), copy);
    assertThat(sources.find(image.sha256())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "../../../../etc/passwd", "..", "0123\n"})
  void findsNothingUnderWhatIsNoHash(String sha256) {
    sources.keep(image);
    assertThat(sources.find(sha256)).isEmpty();
  }

  @Test
  void refusesWhatIsNoPictureAndKeepsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("photo.png"), "words");
    assertThatThrownBy(() -> sources.keep(file))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
    assertThat(copies).doesNotExist();
  }

  @Test
  void saysWhenThereIsNoPlace() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where the folder should be");
    assertThatThrownBy(() -> sources.keep(image))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
  }

  @Test
  void readsACopyAgainRatherThanHoldItAndSaysWhenItIsGone() throws IOException {
    Path copy = sources.keep(image);
    PixelImage read = sources.read(copy);
    Files.delete(copy);
    assertThat(read).isEqualTo(image);
    assertThatThrownBy(
            () -> {
              while (true) {
                System.gc();
                read.argb(0, 0);
              }
            })
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
    sources.keep(image);
    assertThat(read.rgb()).isEqualTo(image.rgb());
    PngWriter.write(PixelImage.of(1, 1, new byte[3]), Map.of(), copy);
    assertThatThrownBy(
            () -> {
              while (true) {
                System.gc();
                read.argb(0, 0);
              }
            })
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.details().get(1)).contains("damaged"));
  }

  private List<String> copies() throws IOException {
    try (Stream<Path> files = Files.list(copies)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
