package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.weights.BlockWeights;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Makes one checkpoint of two or three. Reads and writes gigabytes: off the window's thread. */
public interface ModelMerge {

  /** Where nothing can be merged. */
  ModelMerge NONE = new NoModelMerge();

  /**
   * What to merge.
   *
   * @param first a checkpoint in one file, by its listed name or its path
   * @param second likewise
   * @param third adds the difference of the second from it to the first; without it the first two
   *     are mixed
   * @param alpha the share of the second, or of the difference; 0 leaves the first as it is
   * @param blocks shares of single blocks, as {@code --blocks} has them
   * @param half whether to write half-precision floats, else the first one's types
   * @param target the file to write, which must not exist
   */
  record Recipe(
      String first,
      String second,
      Optional<String> third,
      double alpha,
      Optional<String> blocks,
      boolean half,
      Path target) {}

  /**
   * What came of it.
   *
   * @param file the checkpoint
   * @param bytes its size
   * @param tensors how many it has
   */
  record Merged(Path file, long bytes, int tensors) {}

  /**
   * Looks whether shares of single blocks can be read.
   *
   * @throws IllegalArgumentException with what cannot be read
   */
  static void checkBlocks(String blocks) {
    BlockWeights.parse(blocks, 0);
  }

  /**
   * Merges. The file appears only once it is whole.
   *
   * @param progress hears the share that is done, 0 to 1
   * @throws io.github.easel.generation.GenerationException {@code MODEL_NOT_FOUND}, {@code
   *     MODEL_FILE_UNUSABLE} if the files do not go together, {@code VALUE_REFUSED}, {@code
   *     FILE_UNREADABLE}, {@code FILE_UNWRITABLE}, {@code CANCELLED}
   */
  Merged merge(Recipe recipe, DoubleConsumer progress, Cancellation cancellation);
}
