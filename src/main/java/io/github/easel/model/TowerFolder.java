package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import io.github.easel.network.Network;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Session;
import io.github.easel.weights.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A folder with the two towers of a CLIP model, which need not be one to draw with.
 *
 * @param root the folder
 * @param text the text tower's graph or weights in {@code text_encoder/}
 * @param picture the image tower's graph or weights in {@code image_encoder/}
 * @param tokenizer the folder with vocab.json and merges.txt
 */
public record TowerFolder(Path root, Path text, Path picture, Path tokenizer) {

  private static final String GRAPH = "model.onnx";

  /** The towers in a folder; nothing if it has not both of them and a tokenizer. */
  public static Optional<TowerFolder> at(Path root) {
    Optional<Path> text = tower(root.resolve("text_encoder"));
    Optional<Path> picture = tower(root.resolve("image_encoder"));
    Path tokenizer = root.resolve("tokenizer");
    return text.isPresent()
            && picture.isPresent()
            && Files.isRegularFile(tokenizer.resolve("vocab.json"))
        ? Optional.of(new TowerFolder(root, text.get(), picture.get(), tokenizer))
        : Optional.empty();
  }

  private static Optional<Path> tower(Path folder) {
    Path graph = folder.resolve(GRAPH);
    return Files.isRegularFile(graph) ? Optional.of(graph) : NetworkWeights.find(folder);
  }

  /**
   * Opens the text tower, which gives {@code text_embeds} if it can.
   *
   * @throws GenerationException {@code MODEL_...} if its files cannot be used
   */
  public Session openText(Engine engine) {
    return open(engine, text, config -> ClipConfigJson.text(config, 0, true, true));
  }

  /** Opens the image tower, which gives {@code image_embeds}; likewise. */
  public Session openPicture(Engine engine) {
    return open(engine, picture, ClipConfigJson::image);
  }

  private static Session open(Engine engine, Path file, Function<Path, Network> network) {
    if (file.endsWith(GRAPH)) {
      return engine.open(file);
    }
    TensorFile weights = NetworkWeights.open(file);
    WeightedNetwork tower =
        new WeightedNetwork(
            network.apply(file.resolveSibling("config.json")), weights.file(), weights.tensors());
    tower.check();
    return engine.open(tower.graph(), true);
  }

  /** Tells the towers apart from others, as {@link ModelFingerprint} does with models. */
  public String fingerprint() {
    return ModelFingerprint.ofFolders(List.of(text.resolveSibling(""), picture.resolveSibling("")));
  }
}
