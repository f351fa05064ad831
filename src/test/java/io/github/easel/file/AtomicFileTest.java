package io.github.easel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  private final Path folder;

  AtomicFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void replacesAFileByTheWholeContent() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old and longer");

    AtomicFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void theOldFileIsThereUntilTheNewOneIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");

    AtomicFile.write(
        file,
        out -> {
          out.write('n');
          out.flush();
          assertThat(file).hasContent("old");
        });

    assertThat(file).hasContent("n");
  }

  @Test
  void leavesNothingBehindWhenTheContentFails() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void leavesNothingBehindWhenTheTargetIsAFolder() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a"));

    assertThatThrownBy(() -> AtomicFile.write(target, out -> out.write(1)))
        .isInstanceOf(IOException.class);

    assertThat(names()).containsExactly("a");
  }

  @Test
  void saysInWordsThatTheFolderIsMissing() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/a"), out -> {}))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(FileReason.of(e)).isEqualTo("the file or its folder does not exist"));
  }

  @Test
  void makesFoldersOnce() throws IOException {
    Path real = folder.resolve("x/y");

    AtomicFile.createFolder(real);
    AtomicFile.createFolder(real);

    assertThat(real).isDirectory();
  }

  @Test
  void acceptsLinksToFolders() throws IOException {
    Path link = linkTo(Files.createDirectory(folder.resolve("real")));

    AtomicFile.createFolder(link);

    assertThat(link).isDirectory();
  }

  @Test
  void saysInWordsThatAFileIsInTheWay() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "in the way");

    assertThatThrownBy(() -> AtomicFile.createFolder(file))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(FileReason.of(e)).isEqualTo("another file has that name"));
  }

  private Path linkTo(Path real) throws IOException {
    try {
      return Files.createSymbolicLink(folder.resolve("link"), real);
    } catch (FileSystemException e) {
      return Assumptions.abort("skipped: this account may not make symbolic links: " + e);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
