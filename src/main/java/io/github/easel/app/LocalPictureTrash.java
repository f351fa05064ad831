package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The trash as {@code <root>/Trash/<the file's path within the collection>}, so that its place
 * tells where it was. What lies in it is left alone until a person deletes it. Thread-safe.
 */
public final class LocalPictureTrash implements PictureTrash {

  private final Supplier<Path> root;
  private final BiConsumer<Path, Path> onMoved;

  /**
   * @param root the collection's folder
   */
  public LocalPictureTrash(Path root) {
    this(() -> root, (from, to) -> {});
  }

  /**
   * @param root likewise, asked at every picture
   * @param onMoved is told of every picture that was moved: where it was, and where it is
   */
  LocalPictureTrash(Supplier<Path> root, BiConsumer<Path, Path> onMoved) {
    this.root = root;
    this.onMoved = onMoved;
  }

  @Override
  public Path discard(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path collection = root.get().toAbsolutePath().normalize();
    Path folder = root.get().resolve(FOLDER);
    if (whole.startsWith(collection)) {
      return move(file, folder.resolve(collection.relativize(whole)));
    }
    // of another collection, as after the folder was changed
    Path parent = whole.getParent();
    Path day = parent == null ? null : parent.getFileName();
    return move(file, (day == null ? folder : folder.resolve(day)).resolve(file.getFileName()));
  }

  @Override
  public Path restore(Path discarded, Path file) {
    return move(discarded, file);
  }

  private Path move(Path from, Path to) {
    if (!Files.exists(from)) {
      throw GenerationException.unreadable(from, FileReason.GONE.words(), null);
    }
    AtomicFile.createFolderOf(to);
    Path now;
    try {
      now = FreeName.move(from, to);
    } catch (IOException e) {
      throw GenerationException.unwritable(to, FileReason.of(e), e);
    }
    onMoved.accept(from, now);
    return now;
  }
}
