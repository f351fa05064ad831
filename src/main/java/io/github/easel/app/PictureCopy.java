package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.PartFile;
import io.github.easel.generation.Cancellation;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Copies files under temporary names and moves each to its own once it is whole; no file is ever
 * replaced.
 */
final class PictureCopy {

  private static final int PIECE = 1 << 20;

  /** Opens a file to be written, for tests to fail. */
  interface Opening {
    FileOutputStream open(Path file) throws IOException;
  }

  private final Opening opening;

  PictureCopy() {
    this(file -> new FileOutputStream(file.toFile()));
  }

  PictureCopy(Opening opening) {
    this.opening = opening;
  }

  /**
   * Copies a file into a folder, which is made if it is not there, under its own name or one like
   * it, with its times.
   *
   * @return the copy
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}; nothing is left then
   */
  Path copy(Path file, Path folder, Cancellation cancellation) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    AtomicFile.createFolder(folder);
    Path temporary = PartFile.beside(folder.resolve("picture"));
    try {
      try (InputStream in = Files.newInputStream(file);
          FileOutputStream out = opening.open(temporary)) {
        transfer(in, out, cancellation);
        out.getFD().sync();
      }
      Files.getFileAttributeView(temporary, BasicFileAttributeView.class)
          .setTimes(attributes.lastModifiedTime(), null, attributes.creationTime());
      return FreeName.move(temporary, folder.resolve(name(file)));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void transfer(InputStream in, OutputStream out, Cancellation cancellation)
      throws IOException {
    byte[] piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      cancellation.check();
      out.write(piece, 0, read);
    }
  }

  /** The file's own name, without what the locale cannot map. */
  private static String name(Path file) {
    String name = file.getFileName().toString();
    try {
      Path again = Path.of(name);
      return again.equals(file.getFileName()) ? name : PictureName.ascii(name);
    } catch (InvalidPathException unmappable) {
      return PictureName.ascii(name);
    }
  }
}
