package io.github.easel.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder with the two towers of a CLIP model, which need not be one to draw with.
 *
 * @param root the folder
 * @param text {@code text_encoder/model.onnx}
 * @param picture {@code image_encoder/model.onnx}
 * @param tokenizer the folder with vocab.json and merges.txt
 */
public record TowerFolder(Path root, Path text, Path picture, Path tokenizer) {

  private static final String GRAPH = "model.onnx";

  /** The towers in a folder; nothing if it has not both of them and a tokenizer. */
  public static Optional<TowerFolder> at(Path root) {
    TowerFolder folder =
        new TowerFolder(
            root,
            root.resolve("text_encoder").resolve(GRAPH),
            root.resolve("image_encoder").resolve(GRAPH),
            root.resolve("tokenizer"));
    boolean whole =
        Files.isRegularFile(folder.text)
            && Files.isRegularFile(folder.picture)
            && Files.isRegularFile(folder.tokenizer.resolve("vocab.json"));
    return whole ? Optional.of(folder) : Optional.empty();
  }

  /** Tells the towers apart from others, as {@link ModelFingerprint} does with models. */
  public String fingerprint() {
    return ModelFingerprint.ofFolders(List.of(text.resolveSibling(""), picture.resolveSibling("")));
  }
}
