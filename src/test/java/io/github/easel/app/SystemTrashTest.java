package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.TestPictures;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTrashTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T22:05:09.5Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Path trash;
  private final SystemTrash system;

  SystemTrashTest(@TempDir Path folder) {
    this.folder = folder;
    trash = folder.resolve("share").resolve("Trash");
    system = new FreeDesktopTrash(trash, CLOCK);
  }

  @Test
  void keepsFilesAndWhereTheyWere() throws IOException {
    Path file = Files.writeString(folder.resolve("a b.png"), "first");
    Path origin = folder.resolve("მგელი 100%.png");
    assertThat(system.isThere()).isTrue();
    system.take(Map.of(file, origin));
    assertThat(file).doesNotExist();
    assertThat(trash.resolve("files/a b.png")).hasContent("first");
    assertThat(trash.resolve("info/a b.png.trashinfo"))
        .hasContent(
            "[Trash Info]\nPath="
                + origin.toUri().getRawPath()
                + "\nDeletionDate=2026-11-23T22:05:09\n");
    assertThat(origin.toUri().getRawPath()).contains("%20100%25.png");

    Files.writeString(file, "second");
    system.take(Map.of(file, file));
    assertThat(trash.resolve("files/a b.png")).hasContent("first");
    assertThat(trash.resolve("files/a b-2.png")).hasContent("second");
    assertThat(trash.resolve("info/a b-2.png.trashinfo")).exists();
  }

  @Test
  void leavesNoWordOfAFileThatItDidNotTake() {
    Path gone = folder.resolve("gone.png");
    assertThatThrownBy(() -> system.take(Map.of(gone, gone)))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(trash.resolve("info")).isEmptyDirectory();
  }

  @Test
  void liesWhereTheSystemSays() {
    Properties properties = new Properties();
    properties.setProperty("user.home", folder.resolve("home").toString());
    Path file = folder.resolve("a.png");
    for (Map<String, String> environment :
        List.of(
            Map.of("XDG_DATA_HOME", folder.resolve("xdg").toString()), Map.<String, String>of())) {
      try {
        Files.writeString(file, "a");
        FreeDesktopTrash.of(properties, environment).take(Map.of(file, file));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    assertThat(folder.resolve("xdg/Trash/files/a.png")).exists();
    assertThat(folder.resolve("home/.local/share/Trash/files/a.png")).exists();
  }

  @Test
  void isEmptiedIntoFromTheCollection() throws IOException {
    Path root = folder.resolve("pictures");
    GalleryNews news = new GalleryNews();
    try (news;
        GalleryFolder collection =
            GalleryFolder.open(root, folder.resolve("data"), GalleryLooks.Factory.NONE, news)) {
      Path file = TestPictures.own(root.resolve("2026-11-23/a.png"), "a", 1);
      collection.scan().whole(false, new Cancellation(), (done, all) -> {});
      GalleryTrash emptied = new GalleryTrash(collection, system);
      long id = collection.index().find(GalleryQuery.ALL, new Cancellation()).id(0);
      emptied.discard(List.of(id));
      assertThat(emptied.empty(new Cancellation())).isEqualTo(1);
      assertThat(trash.resolve("files/a.png")).exists();
      assertThat(trash.resolve("info/a.png.trashinfo"))
          .content()
          .contains("Path=" + file.toUri().getRawPath());
      assertThat(collection.index().size()).isZero();
    }
  }

  @Test
  void whatItRefusesStays() throws IOException {
    Path root = folder.resolve("pictures");
    Files.writeString(folder.resolve("share"), "a file in the way");
    GalleryNews news = new GalleryNews();
    try (news;
        GalleryFolder collection =
            GalleryFolder.open(root, folder.resolve("data"), GalleryLooks.Factory.NONE, news)) {
      Path file = TestPictures.own(root.resolve("Trash/a.png"), "a", 1);
      collection.scan().whole(false, new Cancellation(), (done, all) -> {});
      SystemTrash refusing =
          new SystemTrash() {
            @Override
            public boolean isThere() {
              return true;
            }

            @Override
            public void take(Map<Path, Path> files) throws IOException {
              system.take(files);
            }
          };
      assertThat(system.isThere()).isFalse();
      assertThatThrownBy(() -> new GalleryTrash(collection, refusing).empty(new Cancellation()))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
      assertThat(file).exists();
      assertThat(collection.index().size()).isEqualTo(1);
    }
  }

  @Test
  void namesAreNeverPartOfAScript() {
    Path file = Path.of("'; rm -rf \"$HOME\" #.png").toAbsolutePath();
    ProcessBuilder mac = TrashCommand.MAC.toProcess(List.of(file, file));
    assertThat(mac.command()).startsWith("osascript", "-e").endsWith("--", "" + file, "" + file);
    ProcessBuilder windows = TrashCommand.WINDOWS.toProcess(List.of(file, file));
    String script = windows.command().get(windows.command().size() - 1);
    assertThat(new String(Base64.getDecoder().decode(script), StandardCharsets.UTF_16LE))
        .contains("SendToRecycleBin")
        .doesNotContain("rm -rf");
    assertThat(windows.environment()).containsEntry("EASEL_TRASH_FILES", file + "|" + file);
  }
}
