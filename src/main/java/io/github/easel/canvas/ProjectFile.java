package io.github.easel.canvas;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Projects as files: a ZIP of pictures that any program reads, and what else belongs to them. */
public final class ProjectFile {

  static final String KIND = "easel-project";
  static final int FORMAT = 1;

  /** Pixels of all pictures of layers together. */
  static final long MOST_PIXELS = 1L << 30;

  /** Tiles that only old states hold: 256 MiB. */
  static final int MOST_HISTORY_TILES = 1024;

  private ProjectFile() {}

  /**
   * Writes a project. The file appears only once all of it is written.
   *
   * @throws GenerationException {@link Failure#FILE_UNWRITABLE}, {@link Failure#PROJECT_TOO_LARGE}
   */
  public static void write(Project project, Path file) {
    long pixels = 0;
    for (Layer layer : project.history().present().layers()) {
      for (Area piece : LayerPieces.of(layer.raster())) {
        pixels += (long) piece.width() * piece.height();
      }
    }
    if (pixels > MOST_PIXELS) {
      throw tooLarge(file);
    }
    try {
      AtomicFile.write(file, out -> ProjectWriting.write(project, out));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  static GenerationException tooLarge(Path file) {
    return new GenerationException(
        Failure.PROJECT_TOO_LARGE,
        file + " would hold more than " + MOST_PIXELS + " pixels",
        file.toString(),
        Long.toString(MOST_PIXELS / 1_000_000));
  }

  /**
   * Reads a project. Steps that cannot be read are left out; the canvas is whole or there is none.
   *
   * @throws GenerationException {@link Failure#FILE_UNREADABLE}, {@link Failure#NOT_A_PROJECT},
   *     {@link Failure#PROJECT_TOO_NEW}, {@link Failure#PROJECT_DAMAGED}, {@link
   *     Failure#PROJECT_TOO_LARGE}, {@link Failure#OUT_OF_MEMORY}
   */
  public static Project read(Path file) {
    if (!Files.exists(file)) {
      throw GenerationException.unreadable(file, FileReason.of(new NoSuchFileException("")), null);
    }
    if (Files.isDirectory(file)) {
      throw GenerationException.unreadable(file, "it is a folder", null);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new ProjectReading(file, new ProjectEntries(zip)).read();
    } catch (ProjectEntries.Damaged e) {
      throw new GenerationException(
          Failure.PROJECT_DAMAGED,
          file + ": " + e.getMessage() + ": " + e.getCause(),
          e,
          file.toString(),
          String.valueOf(e.getMessage()));
    } catch (ZipException e) {
      throw new GenerationException(
          Failure.NOT_A_PROJECT, file + " is no ZIP: " + e.getMessage(), e, file.toString());
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    } catch (OutOfMemoryError e) {
      throw new GenerationException(
          Failure.OUT_OF_MEMORY, "the heap is too small for " + file, e, file.toString());
    }
  }
}
