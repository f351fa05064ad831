package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.GalleryService.ImportReport;
import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.TestPictures;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryImportTest {

  private static final String INFOTEXT =
      "a castle\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Size: 16x16, Model: dream";

  private final Path source;
  private final Path root;
  private final GalleryNews news = new GalleryNews();
  private final GalleryFolder folder;

  GalleryImportTest(@TempDir Path temporary) throws IOException {
    source = Files.createDirectory(temporary.resolve("a1111"));
    root = temporary.resolve("pictures");
    folder = GalleryFolder.open(root, temporary.resolve("data"), GalleryLooks.Factory.NONE, news);
  }

  @AfterEach
  void close() {
    folder.close();
    news.close();
  }

  private ImportReport take() {
    return take(new PictureCopy(), new Cancellation());
  }

  private ImportReport take(PictureCopy copies, Cancellation cancellation) {
    return new GalleryImport(folder, copies).from(source, cancellation, (done, all) -> {});
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).map(root::relativize).sorted().toList();
    }
  }

  private Path timed(Path file, LocalDateTime time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time.atZone(ZoneId.systemDefault()).toInstant()));
    return file;
  }

  @Test
  void copiesPicturesWithSettingsAndTimesAndPassesOverWhatIsThere() throws IOException {
    LocalDateTime time = LocalDateTime.of(2023, 5, 6, 7, 8, 9);
    Path castle = source.resolve("txt2img-images/2023-05-01/00001-5.png");
    timed(TestPictures.foreign(castle, 1, Map.of("parameters", INFOTEXT)), time);
    timed(TestPictures.foreign(source.resolve("plain.png"), 2, Map.of()), time);
    timed(TestPictures.foreign(source.resolve("deep/plain.png"), 3, Map.of()), time);
    Files.createDirectory(source.resolve("txt2img-images/again"));
    Files.copy(castle, source.resolve("txt2img-images/again/the same.png"));
    Files.writeString(source.resolve("broken.png"), "no picture");
    Files.writeString(source.resolve("notes.txt"), "a text");

    ImportReport report = take();
    assertThat(report)
        .isEqualTo(
            new ImportReport(
                3,
                1,
                Map.of(
                    source.resolve("broken.png"),
                    "it is no picture of a kind that Easel knows: PNG, JPEG, WebP, GIF, BMP, TIFF"),
                2));
    assertThat(files())
        .containsExactly(
            Path.of("2023-05-01/00001-5.png"),
            Path.of("2023-05-06/plain-2.png"),
            Path.of("2023-05-06/plain.png"));
    Path copy = root.resolve("2023-05-01/00001-5.png");
    assertThat(copy).hasSameBinaryContentAs(castle);
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(Files.getLastModifiedTime(castle));
    PictureEntry entry = folder.index().at(copy).orElseThrow().entry();
    assertThat(entry.facts().prompt()).isEqualTo("a castle");
    assertThat(entry.facts().model()).isEqualTo("dream");
    assertThat(take()).isEqualTo(new ImportReport(0, 4, report.refused(), 0));
    assertThat(files()).hasSize(3);
  }

  @Test
  void whatLiesInTheTrashDoesNotComeBack() throws IOException {
    TestPictures.foreign(source.resolve("a.png"), 1, Map.of());
    take();
    long id = folder.index().items(List.of(1L)).get(0).id();
    new GalleryTrash(folder, SystemTrash.NONE).discard(List.of(id));
    assertThat(take().known()).isEqualTo(1);
  }

  @Test
  void ownPicturesAreKnownAlready() throws IOException {
    TestPictures.own(root.resolve("mine/a.png"), "a", 1);
    ImportReport report =
        new GalleryImport(folder, new PictureCopy())
            .from(root, new Cancellation(), (done, all) -> {});
    assertThat(report).isEqualTo(new ImportReport(0, 1, Map.of(), 0));
  }

  @Test
  void aFullDiskEndsItAndIsSaidOfAllThatIsLeft() throws IOException {
    for (int i = 0; i < 4; i++) {
      TestPictures.foreign(source.resolve(i + ".png"), i, Map.of());
    }
    AtomicInteger opened = new AtomicInteger();
    PictureCopy copies =
        new PictureCopy(
            file ->
                new FileOutputStream(file.toFile()) {
                  private final boolean full = opened.getAndIncrement() == 2;

                  @Override
                  public void write(byte[] bytes, int from, int length) throws IOException {
                    super.write(bytes, from, full ? length / 2 : length);
                    if (full) {
                      throw new IOException("No space left on device");
                    }
                  }
                });
    ImportReport report = take(copies, new Cancellation());
    assertThat(report.copied()).isEqualTo(2);
    assertThat(report.refused())
        .containsOnlyKeys(source.resolve("2.png"), source.resolve("3.png"))
        .allSatisfy((file, why) -> assertThat(why).contains("not enough room"));
    assertThat(files()).hasSize(2);
    assertThat(take().copied()).isEqualTo(2);
  }

  @Test
  void cancelledItLeavesWholeFilesOnly() throws IOException {
    for (int i = 0; i < 3; i++) {
      TestPictures.foreign(source.resolve(i + ".png"), i, Map.of());
    }
    Cancellation cancellation = new Cancellation();
    AtomicInteger opened = new AtomicInteger();
    PictureCopy copies =
        new PictureCopy(
            file -> {
              if (opened.getAndIncrement() == 1) {
                cancellation.cancel(); // in the middle of the second
              }
              return new FileOutputStream(file.toFile());
            });
    assertThatThrownBy(() -> take(copies, cancellation))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    List<Path> left = new ArrayList<>(files());
    assertThat(left).hasSize(1);
    assertThat(root.resolve(left.get(0))).hasSameBinaryContentAs(source.resolve("0.png"));
    assertThat(folder.index().size()).isEqualTo(1);
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    assertThatThrownBy(
            () ->
                new GalleryImport(folder, new PictureCopy())
                    .from(source.resolve("none"), new Cancellation(), (done, all) -> {}))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
  }
}
