package io.github.easel.model;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.TensorFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that changes models: a LoRA or an embedding.
 *
 * @param name what prompts call it: the file's name without its ending
 * @param alias what its trainer called it, where that is another name
 * @param base the family of models that it is for, as far as its shapes tell
 * @param triggers words that call for what it learned; of an embedding its name
 * @param vectors of an embedding how many places of a prompt it takes; 0 of a LoRA
 * @param bytes the file's size
 * @param picture an example beside the file
 * @param refusal why it cannot be used at all, if so
 */
public record Adapter(
    AdapterKind kind,
    String name,
    Optional<String> alias,
    Path file,
    Base base,
    List<String> triggers,
    int vectors,
    long bytes,
    Optional<Path> picture,
    Optional<GenerationException> refusal) {

  public Adapter {
    triggers = List.copyOf(triggers);
  }

  /** Whether it is for models of that family; where one of both is not known, it may be. */
  public boolean fits(Base model) {
    return base == model || base == Base.UNKNOWN || model == Base.UNKNOWN;
  }

  /** The failure for a model of another family. */
  public GenerationException unsuitable(Base model) {
    return new GenerationException(
        Failure.ADAPTER_UNSUITABLE,
        "%s is for %s, and the model is %s".formatted(file, base.words(), model.words()),
        name,
        base.words(),
        model.words());
  }

  /**
   * What went wrong with its file, told of it and not of the model; other failures stay as they
   * are.
   */
  public GenerationException told(GenerationException failure) {
    return told(kind, name, file, failure);
  }

  /** Likewise, of one that is not open yet. */
  static GenerationException told(
      AdapterKind kind, String name, Path file, GenerationException failure) {
    List<String> details = failure.details();
    boolean own =
        failure.failure() == Failure.MODEL_FILE_UNUSABLE && details.get(0).equals(file.toString());
    return own
        ? new GenerationException(
            kind == AdapterKind.LORA ? Failure.LORA_UNUSABLE : Failure.EMBEDDING_UNUSABLE,
            "%s: %s".formatted(name, failure.getMessage()),
            failure,
            name,
            details.get(0),
            details.get(1),
            details.get(2))
        : failure;
  }

  /**
   * A tensor of its file that holds NaN or infinity.
   *
   * @return the failure {@code WEIGHTS_NOT_FINITE}
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code CANCELLED}
   */
  public Optional<GenerationException> notFinite(Cancellation cancellation) {
    return NotFinite.in(TensorFiles.open(file).tensors().values(), cancellation);
  }

  /** The failure for a model whose weights cannot be changed. */
  public GenerationException impossible(String model) {
    return new GenerationException(
        Failure.ADAPTERS_IMPOSSIBLE, model + " takes no " + file, name, model);
  }

  /** Whether a prompt means it by that name, whatever its case. */
  boolean isCalled(String other) {
    return name.equalsIgnoreCase(other)
        || alias.filter(own -> own.equalsIgnoreCase(other)).isPresent();
  }
}
