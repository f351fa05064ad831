package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.CheckpointFamily.Base;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors that stand for words that a text encoder does not know, learned by textual inversion (Gal
 * et al. 2022).
 *
 * @param name what the file says that the words are; often it is nothing, or {@code *}, and people
 *     go by the file's name
 * @param base the family of models whose text encoder is as wide
 * @param vectors one row a word, for the first text encoder; absent where there are some for SDXL's
 *     second only
 * @param second likewise for SDXL's second text encoder
 */
public record TextualInversion(
    Optional<String> name,
    Base base,
    Optional<StoredTensor> vectors,
    Optional<StoredTensor> second) {

  /** Begins the names of tensors that say which token stands for the words. */
  static final String TOKENS = "string_to_token.";

  private static final String PARAMETERS = "string_to_param.";
  private static final List<String> COMMON = List.of("emb_params", "clip_g", "clip_l", "*");
  private static final int MOST_ROWS = 1000;

  /**
   * Opens an embedding as any program writes it: safetensors or a checkpoint of torch's with one
   * tensor, A1111's {@code string_to_param}, diffusers' with the word as the tensor's name, SDXL's
   * pair {@code clip_l} and {@code clip_g}.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, or {@code MODEL_FILE_UNUSABLE} if it holds
   *     anything else
   */
  public static TextualInversion open(Path path) {
    TensorFile file = TensorFiles.open(path);
    Map<String, StoredTensor> tensors = file.tensors();
    if (tensors.containsKey("clip_l") || tensors.containsKey("clip_g")) {
      Optional<StoredTensor> first = Optional.ofNullable(tensors.get("clip_l"));
      Optional<StoredTensor> second = Optional.ofNullable(tensors.get("clip_g"));
      return new TextualInversion(
          named(file, ""),
          Base.SDXL,
          first.map(tensor -> rows(path, tensor)),
          second.map(tensor -> rows(path, tensor)));
    }
    List<StoredTensor> candidates = new ArrayList<>(tensors.values());
    candidates.removeIf(tensor -> tensor.name().startsWith(TOKENS));
    if (candidates.size() != 1) {
      throw unusable(path, candidates.size() + " tensors");
    }
    StoredTensor vectors = rows(path, candidates.get(0));
    Base base = Base.ofTextWidth(vectors.shape().axis(1));
    Optional<String> name = named(file, candidates.get(0).name());
    return base == Base.SDXL_REFINER
        ? new TextualInversion(name, Base.SDXL, Optional.empty(), Optional.of(vectors))
        : new TextualInversion(name, base, Optional.of(vectors), Optional.empty());
  }

  /** How many places of a prompt the words take. */
  public int count() {
    return vectors
        .or(() -> second)
        .map(tensor -> Math.toIntExact(tensor.shape().axis(0)))
        .orElse(0);
  }

  private static Optional<String> named(TensorFile file, String tensor) {
    String name = file.metadata().get("name");
    if (name == null) {
      name = tensor.startsWith(PARAMETERS) ? tensor.substring(PARAMETERS.length()) : tensor;
    }
    return COMMON.contains(name) || name.isBlank() ? Optional.empty() : Optional.of(name);
  }

  /** A single vector may come without the axis that counts vectors. */
  private static StoredTensor rows(Path path, StoredTensor tensor) {
    Shape shape = tensor.shape();
    if (shape.rank() == 1) {
      return rows(path, tensor.shaped(Shape.of(1, shape.axis(0))));
    }
    if (shape.rank() != 2
        || !tensor.type().isFloat()
        || shape.axis(0) == 0
        || shape.axis(0) > MOST_ROWS) {
      throw unusable(path, "%s of %s".formatted(tensor.type(), shape));
    }
    return tensor;
  }

  private static GenerationException unusable(Path path, String found) {
    return GenerationException.unusable(path, "the vectors of a textual inversion", found);
  }
}
