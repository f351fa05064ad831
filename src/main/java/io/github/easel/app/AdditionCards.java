package io.github.easel.app;

import io.github.easel.generation.AdapterKind;
import io.github.easel.model.AdapterShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what lies beside whole models: LoRAs, embeddings and single networks. */
final class AdditionCards {

  private static final Logger LOG = LoggerFactory.getLogger(AdditionCards.class);

  /** Where A1111 and ComfyUI keep single networks, below their folder or its {@code models}. */
  private static final List<String> SPOTS =
      List.of(
          "VAE",
          "vae",
          "VAE-approx",
          "vae_approx",
          "ControlNet",
          "controlnet",
          "text_encoder",
          "text_encoders",
          "clip");

  private static final List<String> WEIGHTS =
      List.of("diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.fp16.safetensors");

  private final AdapterShelf adapters;
  private final Supplier<List<Path>> roots;
  private final Supplier<List<Path>> others;

  /**
   * @param roots the folders with models in them
   * @param others files among the models that are none
   */
  AdditionCards(AdapterShelf adapters, Supplier<List<Path>> roots, Supplier<List<Path>> others) {
    this.adapters = adapters;
    this.roots = roots;
    this.others = others;
  }

  /** All of them, each kind by name. */
  List<ModelCard> all(CardReader reader) {
    List<ModelCard> cards = new ArrayList<>();
    for (AdapterKind kind : AdapterKind.values()) {
      adapters.list(kind).forEach(adapter -> cards.add(reader.addition(adapter)));
    }
    for (Path root : roots.get()) {
      for (Path folder : children(root)) {
        weights(folder).forEach(file -> reader.part(folder, file).ifPresent(cards::add));
      }
      spots(root)
          .flatMap(spot -> children(spot).stream())
          .filter(AdditionCards::isWeights)
          .forEach(file -> reader.part(file, file).ifPresent(cards::add));
    }
    others.get().forEach(file -> reader.part(file, file).ifPresent(cards::add));
    return cards.stream().distinct().toList();
  }

  private static Stream<Path> spots(Path root) {
    return Stream.of(root, root.resolve("models"))
        .flatMap(base -> SPOTS.stream().map(base::resolve))
        .filter(Files::isDirectory)
        .map(AdditionCards::real)
        .distinct();
  }

  /** Where names' case does not count, two names are one folder. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder;
    }
  }

  /** Of a folder that is one network. */
  private static List<Path> weights(Path folder) {
    return WEIGHTS.stream().map(folder::resolve).filter(Files::isRegularFile).limit(1).toList();
  }

  private static boolean isWeights(Path file) {
    return Files.isRegularFile(file)
        && String.valueOf(file.getFileName()).matches("(?i)[^.].*\\.(safetensors|pt|ckpt|bin)");
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      LOG.warn("passed over: {}", folder, e);
      return List.of();
    }
  }
}
