package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.TinyCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelRemovalTest {

  private final Path own;
  private final Path other;

  LocalModelRemovalTest(@TempDir Path folder) throws IOException {
    own = Files.createDirectories(folder.resolve("own"));
    other = Files.createDirectories(folder.resolve("other"));
    Path whole = TinyCheckpoint.folder(own.resolve("whole"));
    TinyCheckpoint.file(whole, own.resolve("dream.safetensors"));
    TinyCheckpoint.file(whole, other.resolve("theirs.safetensors"));
    Files.createDirectories(own.resolve("dream/unet"));
    Files.copy(whole.resolve("unet/config.json"), own.resolve("dream/unet/config.json"));
  }

  private ModelRemoval removal(SystemTrash trash) {
    return new LocalModelRemoval(own, new ModelCatalogue(List.of(own, other)), trash);
  }

  @Test
  void deletesWhereThereIsNoTrash() {
    ModelRemoval removal = removal(SystemTrash.NONE);
    assertThat(removal.hasTrash()).isFalse();
    List<Path> paths = removal.find("dream");
    assertThat(paths).containsExactly(own.resolve("dream"), own.resolve("dream.safetensors"));
    removal.remove(paths);
    assertThat(own).isDirectoryNotContaining("glob:**dream*");
    removal.remove(removal.find("whole"));
    assertThat(own).isEmptyDirectory();
  }

  @Test
  void movesIntoTheTrash() {
    List<Path> taken = new ArrayList<>();
    ModelRemoval removal =
        removal(
            new SystemTrash() {
              @Override
              public boolean isThere() {
                return true;
              }

              @Override
              public void take(Map<Path, Path> files) {
                taken.addAll(files.keySet());
              }
            });
    removal.remove(removal.find("whole"));
    assertThat(taken).containsExactly(own.resolve("whole"));
    assertThat(own.resolve("whole")).exists();
  }

  @Test
  void leavesWhatBelongsToOthers() {
    ModelRemoval removal = removal(SystemTrash.NONE);
    failsWith(Failure.MODEL_ELSEWHERE, () -> removal.find("theirs"));
    failsWith(Failure.MODEL_NOT_FOUND, () -> removal.find("nothing"));
  }

  private static void failsWith(Failure failure, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }
}
