package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.CheckpointFamily.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of differences to a model's weights: LoRA, LoCon, LoHa, LoKr, of any trainer. */
public final class LoraFile {

  private final TensorFile file;
  private final Base base;
  private final Map<String, Map<String, StoredTensor>> modules;

  /**
   * What a LoRA does to a model.
   *
   * @param unmatched modules of the file, by the file's names, that the model does not have
   */
  public record Match(List<LoraDelta> deltas, List<String> unmatched) {
    public Match {
      deltas = List.copyOf(deltas);
      unmatched = List.copyOf(unmatched);
    }
  }

  private LoraFile(TensorFile file, Base base, Map<String, Map<String, StoredTensor>> modules) {
    this.file = file;
    this.base = base;
    this.modules = modules;
  }

  /**
   * Opens a file; only names and shapes are read.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, or {@code MODEL_FILE_UNUSABLE} if it is no
   *     LoRA or one for models that Easel cannot open
   */
  public static LoraFile open(Path path) {
    TensorFile file = TensorFiles.open(path);
    CheckpointFamily family = CheckpointFamily.of(file);
    if (family.content() != Content.LORA || !family.remark().isEmpty()) {
      boolean told = !family.remark().isEmpty();
      throw GenerationException.unusable(
          path, "a LoRA", told ? family.remark() : family.content().toString());
    }
    Map<String, Map<String, StoredTensor>> modules = new LinkedHashMap<>();
    file.tensors()
        .forEach(
            (name, tensor) -> {
              Optional<LoraKey> key = LoraKey.of(name);
              key.ifPresent(
                  k ->
                      modules
                          .computeIfAbsent(k.module(), module -> new LinkedHashMap<>())
                          .put(k.part(), tensor));
            });
    return new LoraFile(file, family.base(), modules);
  }

  /** The family of models that it was made for, as far as its shapes tell. */
  public Base base() {
    return base;
  }

  /** What its trainer noted; kohya's begins with {@code ss_}. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(file.metadata());
  }

  /**
   * The differences to a model's weights.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} if it is for another family, or changes
   *     nothing that the model has
   */
  public Match match(LoraTargets model) {
    boolean tells = base != Base.UNKNOWN && model.base() != Base.UNKNOWN;
    if (tells && base != model.base()) {
      throw GenerationException.unusable(
          file.file(), "a LoRA for " + model.base().words(), "one for " + base.words());
    }
    List<LoraDelta> deltas = new ArrayList<>();
    List<String> unmatched = new ArrayList<>();
    modules.forEach(
        (module, parts) ->
            model
                .find(module)
                .ifPresentOrElse(
                    target -> deltas.add(new LoraDelta(file.file(), module, target, parts)),
                    () -> unmatched.add(module)));
    if (deltas.isEmpty()) {
      throw GenerationException.unusable(
          file.file(), "a LoRA for this model", "nothing that the model has");
    }
    return new Match(deltas, unmatched);
  }
}
