package io.github.easel.weights;

import io.github.easel.tensor.Shape;
import io.github.easel.weights.CheckpointFamily.Base;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The weights of a model that a LoRA can change, by the names that LoRA files have for them. */
public final class LoraTargets {

  private static final String WEIGHT = ".weight";

  /** The networks that LoRA files know. */
  public enum Network {
    UNET,
    TEXT_ENCODER,
    TEXT_ENCODER_2
  }

  /**
   * A weight of the model.
   *
   * @param name diffusers' name, which ends in {@code .weight}
   */
  public record Target(Network network, String name, Shape shape) {}

  private final Base base;
  private final Map<String, Target> targets = new HashMap<>();

  /** The weights of a model. */
  public LoraTargets(Base base, Components model) {
    this.base = base;
    Map<String, String> aliases = new BlockAliases(model.unet().keySet()).aliases();
    model
        .unet()
        .forEach(
            (name, tensor) -> {
              add("lora_unet_", Network.UNET, name, tensor);
              String alias = name.endsWith(WEIGHT) ? aliases.get(module(name)) : null;
              if (alias != null) {
                add("lora_unet_" + alias, new Target(Network.UNET, name, tensor.shape()));
              }
            });
    model
        .textEncoder()
        .forEach(
            (name, tensor) -> {
              add("lora_te_", Network.TEXT_ENCODER, name, tensor);
              add("lora_te1_", Network.TEXT_ENCODER, name, tensor);
            });
    model
        .textEncoder2()
        .forEach((name, tensor) -> add("lora_te2_", Network.TEXT_ENCODER_2, name, tensor));
  }

  /** The model's family. */
  Base base() {
    return base;
  }

  /** The weight that a file means by a key as {@link LoraKey} makes them. */
  Optional<Target> find(String key) {
    return Optional.ofNullable(targets.get(key));
  }

  private void add(String prefix, Network network, String name, StoredTensor tensor) {
    if (name.endsWith(WEIGHT) && tensor.shape().rank() >= 2) {
      add(prefix + module(name), new Target(network, name, tensor.shape()));
    }
  }

  private void add(String key, Target target) {
    targets.put(key.replace('.', '_'), target);
  }

  private static String module(String name) {
    return name.substring(0, name.length() - WEIGHT.length());
  }
}
