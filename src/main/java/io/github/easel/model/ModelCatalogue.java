package io.github.easel.model;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The models in the folders that Easel looks through. */
public final class ModelCatalogue {

  /** The model that ships with Easel. */
  public static final String STARTER = "starter";

  private final List<Path> roots;

  /**
   * A catalogue over some folders.
   *
   * @param roots folders whose subfolders are models; those that do not exist are passed over
   */
  public ModelCatalogue(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /**
   * The folders of all models, the starter model first, then by name. Those that lack something are
   * among them.
   */
  public List<Path> folders() {
    return roots.stream()
        .filter(Files::isDirectory)
        .flatMap(root -> children(root).stream())
        .filter(ModelPackages::resembles)
        .sorted(
            Comparator.comparing((Path folder) -> !name(folder).equals(STARTER))
                .thenComparing(ModelCatalogue::name))
        .toList();
  }

  /**
   * The folder of a model by its listed name or by its path.
   *
   * @throws GenerationException {@link Failure#MODEL_NOT_FOUND}
   */
  public Path find(String nameOrPath) {
    return folders().stream()
        .filter(folder -> name(folder).equals(nameOrPath))
        .min(Comparator.comparing(folder -> !isWhole(folder)))
        .orElseGet(() -> byPath(nameOrPath));
  }

  /** Of two models of one name the one that lacks nothing is meant. */
  private static boolean isWhole(Path folder) {
    try {
      ModelPackages.at(folder);
      return true;
    } catch (GenerationException e) {
      return false;
    }
  }

  private static Path byPath(String text) {
    try {
      Path path = Path.of(text);
      if (!text.isBlank() && Files.isDirectory(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new GenerationException(Failure.MODEL_NOT_FOUND, "no model '" + text + "'", e, text);
    }
    throw new GenerationException(Failure.MODEL_NOT_FOUND, "no model '" + text + "'", text);
  }

  private static List<Path> children(Path root) {
    try (Stream<Path> children = Files.list(root)) {
      return children.toList();
    } catch (IOException e) {
      throw GenerationException.unreadable(root, e);
    }
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
