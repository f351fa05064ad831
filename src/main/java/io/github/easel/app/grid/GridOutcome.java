package io.github.easel.app.grid;

import io.github.easel.file.AtomicFile;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.ContactSheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A grid that was drawn, or as much of it as there was time for. */
public final class GridOutcome {

  /**
   * A picture that is missing.
   *
   * @param cell the picture
   * @param failure why
   */
  public record Missing(GridCell cell, GenerationException failure) {}

  private final ContactSheet sheet;
  private final Map<String, String> texts;
  private final int made;
  private final List<Missing> missing;
  private final Optional<GenerationException> end;
  private final double seconds;

  GridOutcome(
      ContactSheet sheet,
      Map<String, String> texts,
      int made,
      List<Missing> missing,
      Optional<GenerationException> end,
      double seconds) {
    this.sheet = sheet;
    this.texts = Map.copyOf(texts);
    this.made = made;
    this.missing = List.copyOf(missing);
    this.end = end;
    this.seconds = seconds;
  }

  /** A copy of the sheet's pixels. */
  public PixelImage pixels() {
    return sheet.pixels();
  }

  /** Pictures on the sheet. */
  public int made() {
    return made;
  }

  /** Pictures that could not be made or kept. */
  public List<Missing> missing() {
    return missing;
  }

  /**
   * What ended it before its last picture, if anything did: {@link Failure#CANCELLED}, or what
   * every other picture would have met too.
   */
  public Optional<GenerationException> end() {
    return end;
  }

  /** Whether it was cancelled before all pictures were made. */
  public boolean cancelled() {
    return end.filter(reason -> reason.failure() == Failure.CANCELLED).isPresent();
  }

  /** Seconds that it took. */
  public double seconds() {
    return seconds;
  }

  /**
   * Writes the sheet with how it was made, its folder made if need be.
   *
   * @throws GenerationException {@code FILE_UNWRITABLE}
   */
  public void write(Path file) {
    AtomicFile.createFolderOf(file);
    sheet.write(texts, file);
  }
}
