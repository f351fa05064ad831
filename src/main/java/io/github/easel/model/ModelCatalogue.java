package io.github.easel.model;

import io.github.easel.file.DeadLink;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The models in the folders that Easel looks through. */
public final class ModelCatalogue {

  /** The model that ships with Easel. */
  public static final String STARTER = "starter";

  private final Supplier<List<Path>> roots;
  private final Optional<Path> configs;
  private final ModelProfiles profiles;

  /**
   * A catalogue over some folders.
   *
   * @param roots folders with models in them, or with the folder trees of A1111 or ComfyUI; those
   *     that do not exist are passed over
   */
  public ModelCatalogue(List<Path> roots) {
    this(roots, Optional.empty());
  }

  /**
   * Likewise.
   *
   * @param configs a folder of {@code config.json} files, laid out as diffusers does, that tells
   *     the numbers of single files
   */
  public ModelCatalogue(List<Path> roots, Optional<Path> configs) {
    this(always(List.copyOf(roots)), configs, ModelProfiles.none());
  }

  /**
   * Likewise, over folders that may become others while the program runs.
   *
   * @param roots is asked each time
   * @param profiles what the user said of models
   */
  public ModelCatalogue(
      Supplier<List<Path>> roots, Optional<Path> configs, ModelProfiles profiles) {
    this.roots = roots;
    this.configs = configs;
    this.profiles = profiles;
  }

  private static Supplier<List<Path>> always(List<Path> roots) {
    return () -> roots;
  }

  /**
   * The model in one of the folders or files.
   *
   * @throws GenerationException as {@link ModelPackages#at}
   */
  public ModelPackage open(Path path) {
    return ModelPackages.at(path, configs, profiles.of(path));
  }

  /**
   * The folders and files of all models, the starter model first, then by name. Those that lack
   * something are among them.
   */
  public List<Path> paths() {
    return roots.get().stream()
        .filter(Files::isDirectory)
        .flatMap(root -> ModelShelf.models(root).stream())
        .distinct()
        .sorted(
            Comparator.comparing((Path path) -> !name(path).equals(STARTER))
                .thenComparing(ModelCatalogue::name))
        .toList();
  }

  /** Files that lie among the models and are something else, such as a LoRA. */
  public List<Path> others() {
    return roots.get().stream()
        .filter(Files::isDirectory)
        .flatMap(root -> ModelShelf.others(root).stream())
        .distinct()
        .toList();
  }

  /** The name that lists show: a folder's own, or a file's without its ending. */
  public static String name(Path path) {
    return Files.isDirectory(path)
        ? String.valueOf(path.toAbsolutePath().normalize().getFileName())
        : CheckpointPaths.stem(path);
  }

  /**
   * The folder or file of a model by its listed name or by its path.
   *
   * @throws GenerationException {@link Failure#MODEL_NOT_FOUND}
   */
  public Path find(String nameOrPath) {
    return paths().stream()
        .filter(path -> name(path).equals(nameOrPath))
        .min(Comparator.comparing(path -> !isWhole(path)))
        .orElseGet(() -> byPath(nameOrPath));
  }

  /** Of two models of one name the one that lacks nothing is meant. */
  private boolean isWhole(Path path) {
    try {
      open(path);
      return true;
    } catch (GenerationException e) {
      return false;
    }
  }

  private static Path byPath(String text) {
    try {
      Path path = Path.of(text);
      if (!text.isBlank() && (Files.exists(path) || DeadLink.to(path).isPresent())) {
        return path; // whoever opens a dead link tells so
      }
    } catch (InvalidPathException e) {
      throw new GenerationException(Failure.MODEL_NOT_FOUND, "no model '" + text + "'", e, text);
    }
    throw new GenerationException(Failure.MODEL_NOT_FOUND, "no model '" + text + "'", text);
  }
}
