package io.github.easel.file;

import io.github.easel.generation.GenerationException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear under their name only once all of their bytes are on the disk. */
public final class AtomicFile {

  /** Writes what the file is to hold. */
  @FunctionalInterface
  public interface Content {

    /** Writes all bytes; the stream is buffered and is closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes the content under a temporary name in the target's folder and moves it to the target,
   * replacing what is there. When anything fails, the target is as it was and the temporary file is
   * gone.
   *
   * @throws IOException if the folder is missing or cannot be written, or if the content fails
   */
  public static void write(Path target, Content content) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      // A file stream would say so in words that differ from system to system.
      throw new NoSuchFileException(folder.toString());
    }
    Path temporary = PartFile.beside(absolute);
    try {
      writeAndSync(temporary, content);
      replace(temporary, absolute);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Copies a file that cannot be understood to a name beside it that nothing has yet: its own with
   * {@code .unreadable}, {@code .unreadable-2} and so on behind.
   *
   * @return the copy
   * @throws IOException if there can be none; the file may be the only one then
   */
  public static Path setAside(Path file) throws IOException {
    String name = file.getFileName() + ".unreadable";
    Path copy = file.resolveSibling(name);
    for (int i = 2; Files.exists(copy); i++) {
      copy = file.resolveSibling(name + "-" + i);
    }
    Path free = copy;
    write(free, out -> Files.copy(file, out));
    return free;
  }

  /** Makes the folder and those above it, unless they are there. */
  public static void createFolder(Path folder) throws IOException {
    // Before Java 19 createDirectories refuses a symbolic link to a folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /**
   * Makes the folder that a file is to be written into, unless it is there.
   *
   * @throws GenerationException {@code FILE_UNWRITABLE} for the file
   */
  public static void createFolderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        createFolder(folder);
      }
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  private static void writeAndSync(Path file, Content content) throws IOException {
    // A plain file stream, because a channel would be closed by an interrupt of the thread.
    try (FileOutputStream plain = new FileOutputStream(file.toFile());
        OutputStream out = new BufferedOutputStream(plain, 1 << 16)) {
      content.writeTo(out);
      out.flush();
      // Without it a power cut after the move could leave the new name on an empty file.
      plain.getFD().sync();
    }
  }

  /**
   * Moves a file that is wholly written to its name in the same folder, replacing what is there.
   *
   * @throws IOException if the file cannot be moved; it is where it was then
   */
  public static void replace(Path from, Path to) throws IOException {
    PatientMove.run(() -> move(from, to));
  }

  /**
   * Moves a file to a name that nothing has yet. Two programs that want one name at the same moment
   * get an answer each: one has it, the other one is refused.
   *
   * @throws FileAlreadyExistsException if something has the name
   * @throws IOException if the file cannot be moved; it is where it was then
   */
  public static void moveToNew(Path from, Path to) throws IOException {
    // Asked first: a link may be refused for other reasons than the name.
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    if (Files.isSymbolicLink(from) || !isLinked(from, to)) {
      reserveAndReplace(from, to);
    }
  }

  /** Renaming replaces what is there on most systems; a second name is given or refused at once. */
  private static boolean isLinked(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      return false; // another drive, or one that knows no second names
    }
    try {
      PatientMove.run(() -> Files.delete(from));
    } catch (IOException e) {
      Files.delete(to);
      throw e;
    }
    return true;
  }

  private static void reserveAndReplace(Path from, Path to) throws IOException {
    Files.createFile(to);
    try {
      PatientMove.run(() -> Files.move(from, to, StandardCopyOption.REPLACE_EXISTING));
    } catch (IOException e) {
      Files.deleteIfExists(to);
      throw e;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
