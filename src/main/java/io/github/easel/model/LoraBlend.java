package io.github.easel.model;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.Components;
import io.github.easel.weights.LoraDelta;
import io.github.easel.weights.LoraFile;
import io.github.easel.weights.LoraTargets;
import io.github.easel.weights.LoraTargets.Network;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.TensorValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What several LoRAs make of a model's weights: W' = W + sum of strength times difference, in
 * 32-bit floats (Hu et al. 2021, section 4.1), for the weights that they change.
 */
public final class LoraBlend {

  /** The networks that are opened and closed together. */
  public enum Side {
    UNET(EnumSet.of(Network.UNET)),
    TEXT(EnumSet.of(Network.TEXT_ENCODER, Network.TEXT_ENCODER_2));

    private final Set<Network> networks;

    Side(Set<Network> networks) {
      this.networks = Set.copyOf(networks);
    }
  }

  /**
   * Modules of a LoRA that the model does not have.
   *
   * @param first one of them, by the file's name
   */
  public record Unmatched(String lora, int count, String first) {}

  private record Term(Adapter adapter, LoraDelta delta, double strength) {

    private float[] values() {
      try {
        return delta.compute().toArray();
      } catch (GenerationException e) {
        throw adapter.told(e);
      }
    }
  }

  private final Components model;
  private final Map<Network, Map<String, List<Term>>> terms = new LinkedHashMap<>();
  private final Map<Side, StringBuilder> keys = new LinkedHashMap<>();
  private final List<Unmatched> unmatched = new ArrayList<>();

  /**
   * Looks what LoRAs change; nothing is computed yet.
   *
   * @throws io.github.easel.generation.GenerationException ADAPTER_UNSUITABLE for another family,
   *     ADAPTERS_IMPOSSIBLE, LORA_UNUSABLE for a file that is no LoRA or changes nothing
   */
  public LoraBlend(ModelPackage source, List<LoraUse> loras) {
    for (Side side : Side.values()) {
      keys.put(side, new StringBuilder());
    }
    if (!loras.isEmpty() && !source.takesAdapters()) {
      throw loras.get(0).adapter().impossible(source.name());
    }
    model = source.components();
    if (!loras.isEmpty()) {
      LoraTargets targets = new LoraTargets(source.base(), model);
      loras.forEach(lora -> add(source, targets, lora));
    }
  }

  private void add(ModelPackage source, LoraTargets targets, LoraUse lora) {
    Adapter adapter = lora.adapter();
    adapter
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    if (!adapter.fits(source.base())) {
      throw adapter.unsuitable(source.base());
    }
    LoraFile.Match match = match(adapter, targets);
    if (!match.unmatched().isEmpty()) {
      List<String> left = match.unmatched();
      unmatched.add(new Unmatched(adapter.name(), left.size(), left.get(0)));
    }
    for (LoraDelta delta : match.deltas()) {
      Network network = delta.target().network();
      double strength = network == Network.UNET ? lora.unet() : lora.text();
      if (strength != 0) {
        terms
            .computeIfAbsent(network, key -> new LinkedHashMap<>())
            .computeIfAbsent(delta.target().name(), key -> new ArrayList<>())
            .add(new Term(adapter, delta, strength));
      }
    }
    for (Side side : Side.values()) {
      double strength = side == Side.UNET ? lora.unet() : lora.text();
      boolean acts =
          match.deltas().stream()
              .anyMatch(delta -> side.networks.contains(delta.target().network()));
      if (acts && strength != 0) {
        Objects.requireNonNull(keys.get(side))
            .append(
                "%s %s %s;".formatted(adapter.file(), ModelFiles.stamp(adapter.file()), strength));
      }
    }
  }

  private static LoraFile.Match match(Adapter adapter, LoraTargets targets) {
    try {
      return LoraFile.open(adapter.file()).match(targets);
    } catch (GenerationException e) {
      throw adapter.told(e);
    }
  }

  /** What there is of LoRAs that the model has no place for. */
  public List<Unmatched> unmatched() {
    return List.copyOf(unmatched);
  }

  /** A text that is the same for the same weights of these networks; empty for the model's own. */
  public String key(Side side) {
    return Objects.requireNonNull(keys.get(side)).toString();
  }

  /**
   * Computes the changed weights of some networks; one at a time is in memory.
   *
   * @param folder where their file is made
   * @throws io.github.easel.generation.GenerationException LORA_UNUSABLE for a LoRA whose parts do
   *     not fit, FILE_UNWRITABLE, FILE_UNREADABLE, CANCELLED
   */
  public AdaptedWeights weights(Side side, Path folder, Cancellation cancellation) {
    if (key(side).isEmpty()) {
      return AdaptedWeights.none();
    }
    try (AdaptedWeights.Writer writer = new AdaptedWeights.Writer(folder)) {
      for (Map.Entry<Network, Map<String, List<Term>>> network : terms.entrySet()) {
        if (side.networks.contains(network.getKey())) {
          Map<String, StoredTensor> own = own(network.getKey());
          network
              .getValue()
              .forEach(
                  (name, sum) -> {
                    cancellation.check();
                    FloatTensor weight =
                        sum(Objects.requireNonNull(own.get(name)), sum, cancellation);
                    writer.add(network.getKey(), name, weight, cancellation);
                  });
        }
      }
      return writer.finish();
    }
  }

  private Map<String, StoredTensor> own(Network network) {
    return switch (network) {
      case UNET -> model.unet();
      case TEXT_ENCODER -> model.textEncoder();
      case TEXT_ENCODER_2 -> model.textEncoder2();
    };
  }

  private static FloatTensor sum(StoredTensor base, List<Term> terms, Cancellation cancellation) {
    FloatTensor weight = TensorValues.read(base);
    float[] values = weight.toArray();
    for (Term term : terms) {
      cancellation.check();
      float[] delta = term.values();
      float strength = (float) term.strength();
      for (int i = 0; i < values.length; i++) {
        values[i] += strength * delta[i];
      }
    }
    weight.set(values);
    return weight;
  }
}
