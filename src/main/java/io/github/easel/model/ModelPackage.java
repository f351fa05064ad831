package io.github.easel.model;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Session;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.Components;
import io.github.easel.weights.StoredTensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /**
   * The folder of a second text encoder's own tokenizer; nothing if it has none, and then it shares
   * the first one's vocabulary.
   */
  default Optional<Path> secondTokenizer() {
    return Optional.empty();
  }

  /** What its files say about how to use it. */
  ModelSettings settings();

  /** The noise that it was trained with. */
  ScheduleConfig scheduleConfig();

  /** The family of models that it belongs to, as far as its weights tell without an engine. */
  default Base base() {
    return Base.UNKNOWN;
  }

  /**
   * Whether its weights have names, so that LoRAs and embeddings can be put into it; graphs of ONNX
   * have none that hold for all.
   */
  default boolean takesAdapters() {
    return false;
  }

  /** Its weights by network; none for forms whose weights have no names. */
  default Components components() {
    Map<String, StoredTensor> none = Map.of();
    return new Components(none, none, none, none, none, List.of());
  }

  /**
   * The same model with other weights in the place of some; forms without names stay themselves.
   */
  default ModelPackage with(AdaptedWeights weights) {
    return this;
  }

  /** Tells it apart from others; see {@link ModelFingerprint}. */
  String fingerprint();

  /**
   * Looks whether all weights that drawing needs are there and of the right shapes, before anything
   * is opened. Forms whose engine does that itself do nothing here.
   *
   * @throws GenerationException {@code MODEL_...} naming the first that is not
   */
  default void check() {}

  /**
   * Looks whether a weight is NaN or infinite, which takes as long as reading all of them.
   *
   * @return the failure {@code WEIGHTS_NOT_FINITE}; nothing if there is none, and for forms whose
   *     weights have no names
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code CANCELLED}
   */
  default Optional<GenerationException> notFinite(Cancellation cancellation) {
    return Optional.empty();
  }

  /** What its weights tell of it; nothing for forms that an engine must open to tell. */
  default Optional<ModelFacts> facts() {
    return Optional.empty();
  }

  /**
   * Opens the text encoder, of two the first. It gives the states that the UNet attends to ({@code
   * last_hidden_state}), or those of all its layers ({@code hidden_states.0} and so on) and leaves
   * the choice to whoever opened it.
   *
   * @param clipSkip layers that are left out, plus one; 1 for those that the model was trained with
   * @throws GenerationException {@code MODEL_...}, or CLIP_SKIP_UNSUITABLE if it has too few layers
   */
  Session openTextEncoder(Engine engine, int clipSkip);

  /**
   * Opens the second text encoder of a model that has two, as Stable Diffusion XL. It gives a
   * vector for the whole text as well ({@code text_embeds}).
   *
   * @param clipSkip likewise
   * @return nothing if there is one only
   * @throws GenerationException {@code MODEL_...}, or CLIP_SKIP_UNSUITABLE if it has too few layers
   */
  default Optional<Session> openSecondTextEncoder(Engine engine, int clipSkip) {
    return Optional.empty();
  }

  /**
   * Whether zeros stand for a negative prompt without text, in the place of the embeddings of an
   * empty text: so Stable Diffusion XL was trained ({@code force_zeros_for_empty_prompt}).
   */
  default boolean zeroesEmptyNegative() {
    return false;
  }

  /**
   * Its networks for a training; nothing for models with two text encoders or a second one only,
   * and for forms that hold graphs instead of weights.
   *
   * @throws GenerationException {@code MODEL_...}
   */
  default Optional<TrainableModel> trainable() {
    return Optional.empty();
  }

  /** Whether it has two text encoders, as Stable Diffusion XL. */
  default boolean hasTwoTextEncoders() {
    return false;
  }

  /**
   * Opens the UNet.
   *
   * @throws GenerationException {@code MODEL_...}
   */
  Session openUnet(Engine engine);

  /**
   * Opens the UNet's first and last layers alone, that go on from what its deep ones made.
   *
   * @return nothing for forms that hold graphs instead of weights
   * @throws GenerationException {@code MODEL_...}
   */
  default Optional<Session> openUnetEnds(Engine engine) {
    return Optional.empty();
  }

  /** The UNet to be computed with 8 bits; nothing for forms that hold graphs. */
  default Optional<EightBitUnet> eightBitUnet() {
    return Optional.empty();
  }

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
