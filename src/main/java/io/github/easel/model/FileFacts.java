package io.github.easel.model;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.CheckpointFamily;
import io.github.easel.weights.CheckpointFamily.Content;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.TensorFiles;
import io.github.easel.weights.TextualInversion;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file of weights tells of itself, whatever it is for. Only its header is read.
 *
 * @param file where it is
 * @param name its name without the ending
 * @param family what it is, and for which models
 * @param form of a LoRA: LoRA, LoHa or LoKr, with its ranks; of an embedding its vectors; else
 *     empty
 * @param bytes the file's size
 * @param tensors how many it has
 * @param types their types of numbers
 * @param triggers words that call for what it learned
 * @param metadata what its writer noted
 */
public record FileFacts(
    Path file,
    String name,
    CheckpointFamily family,
    String form,
    long bytes,
    int tensors,
    List<String> types,
    List<String> triggers,
    Map<String, String> metadata) {

  private static final Pattern DOWN =
      Pattern.compile(
          ".*(lora_down\\.weight|lora_A\\.(\\w+\\.)?weight|lora\\.down\\.weight"
              + "|lora_linear_layer\\.down\\.weight|hada_w1_b|lokr_w[12]_b)");

  public FileFacts {
    types = List.copyOf(types);
    triggers = List.copyOf(triggers);
    metadata = Map.copyOf(metadata);
  }

  /**
   * Looks into a file.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code MODEL_FILE_UNUSABLE}
   */
  public static FileFacts of(Path path) {
    TensorFile file = TensorFiles.open(path);
    CheckpointFamily family = CheckpointFamily.of(file);
    String name = CheckpointPaths.stem(path);
    List<String> triggers =
        switch (family.content()) {
          case LORA -> AdapterNotes.triggers(path, file.metadata());
          case EMBEDDING -> List.of(name);
          default -> List.of();
        };
    return new FileFacts(
        path,
        name,
        family,
        form(file, family.content()),
        ModelFiles.stamp(path).bytes(),
        file.tensors().size(),
        file.tensors().values().stream().map(one -> one.type().name()).distinct().sorted().toList(),
        triggers,
        file.metadata());
  }

  private static String form(TensorFile file, Content content) {
    if (content == Content.EMBEDDING) {
      int vectors = TextualInversion.open(file.file()).count();
      return vectors == 1 ? "1 vector" : vectors + " vectors";
    }
    if (content != Content.LORA) {
      return "";
    }
    IntSummaryStatistics ranks =
        file.tensors().entrySet().stream()
            .filter(one -> DOWN.matcher(one.getKey()).matches())
            .map(Map.Entry::getValue)
            .map(StoredTensor::shape)
            .filter(shape -> shape.rank() > 1)
            .mapToInt(shape -> rank(shape))
            .summaryStatistics();
    String kind = algorithm(file);
    if (ranks.getCount() == 0) {
      return kind;
    }
    return ranks.getMin() == ranks.getMax()
        ? kind + " of rank " + ranks.getMin()
        : kind + " of ranks " + ranks.getMin() + " to " + ranks.getMax();
  }

  private static int rank(Shape shape) {
    return (int) Math.min(Integer.MAX_VALUE, shape.axis(0));
  }

  private static String algorithm(TensorFile file) {
    for (String name : file.tensors().keySet()) {
      if (name.contains("hada_w")) {
        return "LoHa";
      }
      if (name.contains("lokr_w")) {
        return "LoKr";
      }
    }
    boolean convolutions =
        file.tensors().entrySet().stream()
            .anyMatch(
                one ->
                    DOWN.matcher(one.getKey()).matches()
                        && one.getValue().shape().rank() == 4
                        && one.getValue().shape().axis(2) > 1);
    return convolutions ? "LoCon" : "LoRA";
  }

  /**
   * The hash by which pictures name it, for LoRAs and embeddings; all of the file is read.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}
   */
  public Optional<String> adapterHash() {
    AdapterKind kind = family.content() == Content.LORA ? AdapterKind.LORA : AdapterKind.EMBEDDING;
    return family.content() == Content.LORA || family.content() == Content.EMBEDDING
        ? Optional.of(
            AdapterHash.of(
                new Adapter(
                    kind,
                    name,
                    Optional.empty(),
                    file,
                    family.base(),
                    triggers,
                    0,
                    bytes,
                    Optional.empty(),
                    Optional.empty())))
        : Optional.empty();
  }
}
