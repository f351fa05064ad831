package io.github.easel.app;

import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.Source;
import io.github.easel.generation.SourceRecord;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The source of a picture that knows no more of it than its record.
 *
 * @param source it with its pixels; nothing if there is no copy of them; without its mask if there
 *     is none of that
 * @param lack {@code FILE_UNREADABLE} naming the source or the mask that there is no copy of
 */
public record RecalledSource(Optional<Source> source, Optional<GenerationException> lack) {

  /** Looks for the source and its mask among the copies. It reads files: do it on a worker. */
  public static RecalledSource of(SourceRecord record, SourcePictures copies) {
    Optional<PixelImage> pixels = copies.find(record.sha256());
    if (pixels.isEmpty()) {
      return new RecalledSource(
          Optional.empty(), Optional.of(gone(path(record.name(), record.sha256()))));
    }
    Optional<Mask> mask = record.repaint().map(RepaintRecord::sha256).flatMap(copies::findMask);
    return new RecalledSource(
        Optional.of(record.with(pixels.get(), mask)),
        record
            .repaint()
            .filter(part -> mask.isEmpty())
            .map(part -> gone(Path.of("mask-" + part.sha256() + ".png"))));
  }

  private static GenerationException gone(Path file) {
    return GenerationException.unreadable(file, FileReason.GONE.words(), null);
  }

  /** Names come from other systems too, where other letters are allowed. */
  private static Path path(String name, String sha256) {
    try {
      return Path.of(name.isBlank() ? sha256 + ".png" : name);
    } catch (InvalidPathException e) {
      return Path.of(sha256 + ".png");
    }
  }
}
