package io.github.easel.app.gallery;

import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of an export.
 *
 * @param made the files that were written; of a page its {@code index.html}
 * @param pictures how many pictures are in them
 * @param refused pictures that could not be read, and why
 */
public record ExportOutcome(List<Path> made, int pictures, Map<Path, GenerationException> refused) {

  public ExportOutcome {
    made = List.copyOf(made);
    refused = Map.copyOf(refused);
  }
}
