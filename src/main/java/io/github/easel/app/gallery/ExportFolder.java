package io.github.easel.app.gallery;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.FileTree;
import io.github.easel.file.PartFile;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that appears under its name only once all of it is written. */
final class ExportFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);

  private final Path target;
  private final Path part;

  /**
   * @param target must not be there, or be an empty folder
   * @throws GenerationException {@code FILE_UNWRITABLE}
   */
  ExportFolder(Path target) {
    this.target = target.toAbsolutePath();
    this.part = PartFile.beside(this.target);
    try {
      checkFree();
      AtomicFile.createFolderOf(this.target);
      Files.createDirectory(part);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void checkFree() throws IOException {
    if (Files.exists(target) && !(Files.isDirectory(target) && isEmpty())) {
      throw new FileAlreadyExistsException(target.toString());
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> children = Files.list(target)) {
      return children.findAny().isEmpty();
    }
  }

  /** A file in it, by its path there. */
  Path file(String path) {
    Path file = part.resolve(path);
    AtomicFile.createFolderOf(file);
    return file;
  }

  /** Writes a file in it. */
  void write(String path, byte[] bytes) {
    try {
      Files.write(file(path), bytes);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Gives it its name. */
  void finish() {
    try {
      Files.deleteIfExists(target); // an empty folder
      AtomicFile.replace(part, target);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private GenerationException unwritable(IOException e) {
    return GenerationException.unwritable(target, FileReason.of(e), e);
  }

  /** Takes away what was not finished. */
  @Override
  public void close() {
    if (Files.exists(part)) {
      deleteQuietly(part);
    }
  }

  /**
   * Deletes a file or a folder with all that is in it; what does not go costs a line in the log.
   */
  static void deleteQuietly(Path path) {
    try {
      FileTree.delete(path);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted: {}", path, e.toString());
    }
  }
}
