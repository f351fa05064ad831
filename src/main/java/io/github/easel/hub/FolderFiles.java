package io.github.easel.hub;

import io.github.easel.hub.HubRefusal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files of a diffusers folder are needed: the configuration and one set of weights for each
 * network. Safety checkers, weights for other frameworks, sample pictures and the same weights in
 * one file are not.
 */
final class FolderFiles {

  private static final Set<String> NETWORKS =
      Set.of(
          "unet",
          "vae",
          "text_encoder",
          "text_encoder_2",
          "image_encoder",
          "controlnet",
          "transformer");
  private static final Set<String> GRAPHS =
      Set.of(
          "unet",
          "vae_encoder",
          "vae_decoder",
          "text_encoder",
          "text_encoder_2",
          "image_encoder",
          "controlnet",
          "transformer");
  private static final Set<String> SETTINGS =
      Set.of("tokenizer", "tokenizer_2", "scheduler", "feature_extractor");
  private static final Set<String> DENOISERS = Set.of("unet", "transformer");
  private static final Pattern GRAPH_DATA =
      Pattern.compile("(?i)(model\\.onnx[._]data.*|[^.]*\\.pb|[^.]*\\.data)");
  private static final Pattern AT_THE_ROOT =
      Pattern.compile("(?i)model_index\\.json|easel\\.json|licen[cs]e([.-].*)?");
  private static final String GRAPH = "model.onnx";

  /** No configuration or list of words is longer. */
  private static final long LONGEST_TEXT = 32 << 20;

  private final String root;
  private final List<HubFile> files;

  /**
   * @param root the folder that becomes the model's, empty for the outermost
   */
  FolderFiles(String root, List<HubFile> files) {
    this.root = root;
    this.files = files;
  }

  private List<HubFile> in(String folder) {
    String whole =
        Stream.of(root, folder).filter(s -> !s.isEmpty()).reduce((a, b) -> a + "/" + b).orElse("");
    return files.stream().filter(file -> file.folder().equals(whole)).toList();
  }

  /** Whether there is a model with its parts in folders. */
  boolean isModel() {
    return in("").stream().anyMatch(file -> file.name().equals("model_index.json"))
        || DENOISERS.stream().anyMatch(part -> hasWeights(part) || hasGraph(part));
  }

  /** Whether the folder itself is one network. */
  boolean isNetwork() {
    return in("").stream().anyMatch(file -> file.name().equals("config.json")) && hasWeights("");
  }

  private boolean hasWeights(String part) {
    return !WeightFiles.among(in(part)).isEmpty();
  }

  private boolean hasGraph(String part) {
    return in(part).stream().anyMatch(file -> file.name().endsWith(".onnx"));
  }

  /** The files of a network. */
  List<HubFile> network(Optional<String> variant, String model) {
    return weights(List.of(""), variant, model);
  }

  /**
   * The files of a model.
   *
   * @throws io.github.easel.generation.GenerationException {@link Kind#VARIANT_MISSING}, {@link
   *     Kind#NOTHING_USABLE}
   */
  List<HubFile> model(Optional<String> variant, String model) {
    List<HubFile> chosen = new ArrayList<>();
    in("").stream()
        .filter(file -> AT_THE_ROOT.matcher(file.name()).matches() && file.size() < LONGEST_TEXT)
        .forEach(chosen::add);
    SETTINGS.forEach(part -> chosen.addAll(texts(part)));
    List<HubFile> networks =
        DENOISERS.stream().anyMatch(this::hasWeights)
            ? weights(NETWORKS, variant, model)
            : graphs(variant, model);
    if (networks.isEmpty()) {
      throw HubRefusal.of(Kind.NOTHING_USABLE, model);
    }
    chosen.addAll(networks);
    return chosen;
  }

  private List<HubFile> weights(Iterable<String> parts, Optional<String> variant, String model) {
    List<HubFile> chosen = new ArrayList<>();
    boolean met = variant.isEmpty();
    for (String part : parts) {
      WeightFiles weights = WeightFiles.among(in(part));
      if (!weights.isEmpty()) {
        met |= weights.has(variant.orElse(""));
        chosen.addAll(texts(part));
        chosen.addAll(weights.choose(variant));
      }
    }
    if (!met) {
      throw HubRefusal.of(Kind.VARIANT_MISSING, variant.orElse(""), model);
    }
    return chosen;
  }

  private List<HubFile> graphs(Optional<String> variant, String model) {
    if (variant.isPresent()) {
      throw HubRefusal.of(Kind.VARIANT_MISSING, variant.get(), model);
    }
    List<HubFile> chosen = new ArrayList<>();
    for (String part : GRAPHS) {
      List<HubFile> here = in(part);
      if (here.stream().anyMatch(file -> file.name().equals(GRAPH))) {
        here.stream()
            .filter(file -> file.name().equals(GRAPH) || GRAPH_DATA.matcher(file.name()).matches())
            .forEach(chosen::add);
        chosen.addAll(texts(part));
      }
    }
    if (!chosen.isEmpty()) {
      chosen.addAll(texts("vae")); // its scaling factor
    }
    return chosen;
  }

  /** Configuration, and lists of words. */
  private List<HubFile> texts(String part) {
    return in(part).stream()
        .filter(
            file -> {
              String name = file.name().toLowerCase(Locale.ROOT);
              return (name.endsWith(".json") || name.endsWith(".txt"))
                  && !WeightFiles.isWeights(file.name())
                  && !name.startsWith("flax")
                  && file.size() < LONGEST_TEXT;
            })
        .toList();
  }
}
