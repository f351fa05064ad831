package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the models in a folder that people keep models in: Easel's own, or those of A1111 ({@code
 * models/Stable-diffusion}) and ComfyUI ({@code models/checkpoints}, {@code models/diffusers}),
 * which may have folders within folders. Nothing is copied or changed.
 */
final class ModelShelf {

  private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);

  /** Where other programs keep whole models, below their folder or its {@code models}. */
  private static final List<String> SPOTS = List.of("Stable-diffusion", "checkpoints", "diffusers");

  private static final int DEPTH_OF_SPOTS = 4;

  private final List<Path> found = new ArrayList<>();

  private ModelShelf() {}

  /**
   * The models in a folder, those that lack something included.
   *
   * @throws GenerationException {@code FILE_UNREADABLE} if the folder cannot be listed
   */
  static List<Path> models(Path root) {
    ModelShelf shelf = new ModelShelf();
    List<Path> spots =
        Stream.of(root, root.resolve("models"))
            .flatMap(base -> SPOTS.stream().map(base::resolve))
            .filter(Files::isDirectory)
            .toList();
    // among other programs' folders are those of parts, which are looked into in vain
    shelf.add(children(root), spots.isEmpty() ? 1 : 0);
    spots.forEach(spot -> shelf.descend(spot, DEPTH_OF_SPOTS));
    return List.copyOf(shelf.found);
  }

  /** Files among the models of a folder that are named like checkpoints and are something else. */
  static List<Path> others(Path root) {
    return Stream.concat(
            Stream.of(root),
            Stream.of(root, root.resolve("models"))
                .flatMap(base -> SPOTS.stream().map(base::resolve)))
        .filter(Files::isDirectory)
        .flatMap(folder -> children(folder).stream())
        .filter(path -> Files.isRegularFile(path) && CheckpointPaths.isNamedSo(path))
        .filter(path -> !ModelPackages.resembles(path))
        .distinct()
        .toList();
  }

  private void add(List<Path> paths, int depth) {
    for (Path path : paths) {
      if (String.valueOf(path.getFileName()).startsWith(".") || found.contains(path)) {
        continue;
      }
      if (ModelPackages.resembles(path)) {
        found.add(path);
      } else if (depth > 0
          && Files.isDirectory(path)
          && !CheckpointPaths.belongsToCheckpoint(path)) {
        descend(path, depth - 1);
      }
    }
  }

  /** Below the folder itself what cannot be listed is passed over. */
  private void descend(Path folder, int depth) {
    try {
      add(children(folder), depth);
    } catch (GenerationException e) {
      LOG.warn("passed over: {}", e.getMessage());
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw GenerationException.unreadable(folder, e);
    }
  }
}
