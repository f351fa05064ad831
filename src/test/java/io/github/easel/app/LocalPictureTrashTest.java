package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPictureTrashTest {

  private final Path root;
  private final PictureTrash trash;

  LocalPictureTrashTest(@TempDir Path root) {
    this.root = root;
    trash = new LocalPictureTrash(root);
  }

  private Path picture(String content) throws IOException {
    Path file = root.resolve("2026-11-23").resolve("120000-7-fox.png");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void movesThereAndBack() throws IOException {
    Path file = picture("fox");
    Path gone = trash.discard(file);
    assertThat(file).doesNotExist();
    assertThat(gone).isEqualTo(root.resolve("Trash/2026-11-23/120000-7-fox.png")).hasContent("fox");
    assertThat(trash.restore(gone, file)).isEqualTo(file).hasContent("fox");
    assertThat(gone).doesNotExist();
  }

  @Test
  void replacesNothing() throws IOException {
    Path first = trash.discard(picture("first"));
    Path second = trash.discard(picture("second"));
    assertThat(first).hasContent("first");
    assertThat(second).hasFileName("120000-7-fox-2.png").hasContent("second");
    Path there = picture("third");
    assertThat(trash.restore(first, there)).hasFileName("120000-7-fox-2.png");
    assertThat(there).hasContent("third");
  }

  @Test
  void saysThatAFileIsGone() {
    assertThatThrownBy(() -> trash.discard(root.resolve("gone.png")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
  }
}
