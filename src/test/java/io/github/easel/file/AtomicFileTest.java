package io.github.easel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
  void movesToANameThatNothingHas() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "whole");
    Path taken = Files.writeString(folder.resolve("b"), "another");

    assertThatThrownBy(() -> AtomicFile.moveToNew(file, taken))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(taken).hasContent("another");
    assertThat(file).hasContent("whole");

    AtomicFile.moveToNew(file, folder.resolve("c"));
    assertThat(folder.resolve("c")).hasContent("whole");
    assertThatThrownBy(() -> AtomicFile.moveToNew(file, folder.resolve("d")))
        .isInstanceOf(IOException.class);
    assertThat(names()).containsExactlyInAnyOrder("b", "c");
  }

  @Test
  void onlyOneOfManyGetsTheName() {
    Path wanted = folder.resolve("wanted");
    List<Integer> moved =
        IntStream.range(0, 64)
            .parallel()
            .filter(
                i -> {
                  try {
                    AtomicFile.moveToNew(
                        Files.writeString(folder.resolve("" + i), "by " + i), wanted);
                    return true;
                  } catch (FileAlreadyExistsException taken) {
                    return false;
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .boxed()
            .toList();
    assertThat(moved).hasSize(1);
    assertThat(wanted).hasContent("by " + moved.get(0));
  }

  @Test
  void movesALinkAndNotWhatItLeadsTo() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "whole");
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, file);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no symbolic links here: " + e);
    }
    AtomicFile.moveToNew(link, folder.resolve("moved"));
    assertThat(folder.resolve("moved")).isSymbolicLink().hasContent("whole");
    assertThat(names()).containsExactlyInAnyOrder("a", "moved");
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
