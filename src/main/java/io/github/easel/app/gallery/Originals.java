package io.github.easel.app.gallery;

import io.github.easel.app.PictureStore;
import io.github.easel.file.FileReason;
import io.github.easel.file.PartFile;
import io.github.easel.generation.GenerationException;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The bytes of pictures as they leave the collection. */
final class Originals {

  private final PictureStore pictures;
  private final boolean settings;
  private final Path to;

  /**
   * @param settings whether the files are copied as they are; if not, their pixels are written anew
   * @param to where the export goes: half written pictures lie beside it
   */
  Originals(PictureStore pictures, boolean settings, Path to) {
    this.pictures = pictures;
    this.settings = settings;
    this.to = to;
  }

  /**
   * All bytes of the file to hand out.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code FILE_UNWRITABLE}
   */
  byte[] of(Outgoing picture) {
    Path file = picture.item().entry().file();
    return settings ? read(file) : pixelsOnly(file);
  }

  private byte[] pixelsOnly(Path file) {
    Path part = PartFile.beside(to.toAbsolutePath());
    try {
      PngWriter.write(pictures.read(file), Map.of(), part);
      return read(part);
    } finally {
      ExportFolder.deleteQuietly(part);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    }
  }
}
