package io.github.easel.model;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Session;
import io.github.easel.scheduler.ScheduleConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model on disk in whatever form it was published: what its files say of it, and its networks,
 * ready to be opened. What is opened belongs to whoever opened it.
 */
public interface ModelPackage {

  /** The folder or the file that it is. */
  Path root();

  /** The name that lists show. */
  String name();

  /** The folder with vocab.json and merges.txt; some models bring none. */
  Optional<Path> tokenizer();

  /** The id that fills up prompts where another model's tokenizer stands in for its own. */
  default OptionalInt padding() {
    return OptionalInt.empty();
  }

  /** What its files say about how to use it. */
  ModelSettings settings();

  /** The noise that it was trained with. */
  ScheduleConfig scheduleConfig();

  /** Tells it apart from others; see {@link ModelFingerprint}. */
  String fingerprint();

  /**
   * Looks whether all weights that drawing needs are there and of the right shapes, before anything
   * is opened. Forms whose engine does that itself do nothing here.
   *
   * @throws GenerationException {@code MODEL_...} naming the first that is not
   */
  default void check() {}

  /** What its weights tell of it; nothing for forms that an engine must open to tell. */
  default Optional<ModelFacts> facts() {
    return Optional.empty();
  }

  /**
   * Opens the text encoder.
   *
   * @param clipSkip layers that are left out, plus one; 1 for those that the model was trained with
   * @throws GenerationException {@code MODEL_...}, or CLIP_SKIP_UNSUITABLE if it has too few layers
   */
  Session openTextEncoder(Engine engine, int clipSkip);

  /**
   * Opens the UNet.
   *
   * @throws GenerationException {@code MODEL_...}
   */
  Session openUnet(Engine engine);

  /**
   * Opens the autoencoder's second half.
   *
   * @throws GenerationException {@code MODEL_...}
   */
  Session openImageDecoder(Engine engine);

  /**
   * Opens the autoencoder's first half.
   *
   * @throws GenerationException {@code MODEL_...}, or NO_IMAGE_ENCODER
   */
  Session openImageEncoder(Engine engine);

  /**
   * The folder of the tokenizer's files.
   *
   * @param other takes the place of the model's own
   * @throws GenerationException MODEL_FILE_MISSING if there is neither
   */
  default Path tokenizerOr(Optional<Path> other) {
    return other
        .or(this::tokenizer)
        .orElseThrow(
            () ->
                GenerationException.missing(
                    root().resolve("tokenizer").resolve("vocab.json"), name()));
  }

  /** The failure for more clip skip than a text encoder has layers. */
  static GenerationException clipSkipUnsuitable(int clipSkip, int layers) {
    return new GenerationException(
        Failure.CLIP_SKIP_UNSUITABLE,
        "clip skip %d of %d layers".formatted(clipSkip, layers),
        Integer.toString(clipSkip),
        Integer.toString(layers));
  }
}
