package io.github.easel.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftLibrariesTest {

  private static final Instant LIMIT = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path temporary;

  @Test
  void deletesOnlyOldFoldersOfTheLibrary() throws IOException {
    Path old = folder("onnxruntime-java1", LIMIT.minusSeconds(1));
    Path young = folder("onnxruntime-java2", LIMIT.plusSeconds(1));
    Path other = folder("other", LIMIT.minusSeconds(1));

    LeftLibraries.delete(temporary, LIMIT);

    assertThat(old).doesNotExist();
    assertThat(young.resolve("onnxruntime.dll")).exists();
    assertThat(other.resolve("onnxruntime.dll")).exists();
  }

  @Test
  void goesOnWhereAFolderCannotBeDeleted() throws IOException {
    Path full = folder("onnxruntime-java1", LIMIT.minusSeconds(1));
    Files.createDirectories(full.resolve("a").resolve("b"));
    Files.setLastModifiedTime(full, FileTime.from(LIMIT.minusSeconds(1)));
    Path old = folder("onnxruntime-java2", LIMIT.minusSeconds(1));

    LeftLibraries.delete(temporary, LIMIT);

    assertThat(full).exists();
    assertThat(old).doesNotExist();
  }

  private Path folder(String name, Instant modified) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    Files.writeString(folder.resolve("onnxruntime.dll"), "library");
    Files.setLastModifiedTime(folder, FileTime.from(modified));
    return folder;
  }
}
