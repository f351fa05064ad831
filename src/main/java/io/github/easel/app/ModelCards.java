package io.github.easel.app;

import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.ModelReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that lies among the models: what can be drawn with, what is added to that, and what cannot be
 * used. Every question reads files, so ask it off the window's thread.
 */
public interface ModelCards {

  /** Where no models are. */
  ModelCards NONE = new NoModelCards();

  /** Everything, the starter model first, then by name. */
  List<ModelCard> all();

  /**
   * What is in it, as far as that can be told without reading all of it: without a hash.
   *
   * @throws io.github.easel.generation.GenerationException {@code MODEL_...}, {@code
   *     FILE_UNREADABLE}
   */
  Optional<ModelReport> report(ModelCard card);

  /** The hashes of a file, if they were computed once and the file is still the same. */
  Optional<Hash> knownHash(ModelCard card);

  /**
   * The hashes of a file, all of which is read for them; they are kept for the next time.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}
   */
  Hash hash(ModelCard card);

  /**
   * What {@link #remove} would take away: its folder, or its file and what belongs to that.
   *
   * @throws io.github.easel.generation.GenerationException {@code MODEL_NOT_FOUND}, {@code
   *     MODEL_ELSEWHERE}
   */
  List<Path> belongings(ModelCard card);

  /** Whether the system keeps what is taken away, so that it can be had back. */
  boolean hasTrash();

  /**
   * Takes something away, into the system's trash where there is one.
   *
   * @throws io.github.easel.generation.GenerationException {@code MODEL_NOT_FOUND}, {@code
   *     MODEL_ELSEWHERE}, {@code FILE_UNWRITABLE}
   */
  void remove(ModelCard card);
}
