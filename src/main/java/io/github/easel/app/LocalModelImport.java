package io.github.easel.app;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.DownloadFolders;
import io.github.easel.hub.DownloadKind;
import io.github.easel.model.AdapterShelf;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelPackages;
import io.github.easel.weights.CheckpointFamily;
import io.github.easel.weights.TensorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Copies models into a folder of this computer. */
final class LocalModelImport implements ModelImport {

  private static final int LEVELS_ABOVE_A_GRAPH = 2;

  private final Path target;
  private final Supplier<List<Path>> roots;
  private final DownloadFolders additions;

  /**
   * @param target the folder that copies go to; made when the first one is
   * @param roots the folders whose subfolders are at hand already
   * @param additions where copies of LoRAs and embeddings go to
   */
  LocalModelImport(Path target, Supplier<List<Path>> roots, DownloadFolders additions) {
    this.target = target.toAbsolutePath().normalize();
    this.roots = roots;
    this.additions = additions;
  }

  @Override
  public Optional<Found> look(Path path) {
    return look(path, Optional.empty());
  }

  @Override
  public Optional<Found> look(Path path, Optional<Path> configs) {
    // not where links lead to: what a graph links to need not lie in the model's folder
    Path above = path.toAbsolutePath().normalize();
    if (Files.isRegularFile(above) && ModelPackages.resembles(above)) {
      ModelPackage model = ModelPackages.at(above, configs);
      model.check();
      return Optional.of(found(model));
    }
    for (int level = 0; level <= LEVELS_ABOVE_A_GRAPH && above != null; level++) {
      if (ModelPackages.isModel(above)) {
        return Optional.of(found(ModelPackages.at(above)));
      }
      above = above.getParent();
    }
    return Optional.empty();
  }

  @Override
  public Optional<Found> lookAtAddition(Path file) {
    return Files.isRegularFile(file)
        ? additionOf(file)
            .map(
                kind -> {
                  ModelParts parts = ModelParts.ofAddition(file);
                  Path folder = file.toAbsolutePath().normalize().getParent();
                  return new Found(
                      parts.name(), file, parts.bytes(), folderOf(kind).equals(folder));
                })
        : Optional.empty();
  }

  private static Optional<DownloadKind> additionOf(Path file) {
    return switch (CheckpointFamily.of(TensorFiles.open(file)).content()) {
      case LORA -> Optional.of(DownloadKind.LORA);
      case EMBEDDING -> Optional.of(DownloadKind.EMBEDDING);
      default -> Optional.empty();
    };
  }

  private Path folderOf(DownloadKind kind) {
    return additions.of(kind).toAbsolutePath().normalize();
  }

  @Override
  public Holding holding(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    int models = 0;
    int unusable = 0;
    for (Path model : new ModelCatalogue(List.of(path)).paths()) {
      if (isUsable(model)) {
        models++;
      } else {
        unusable++;
      }
    }
    AdapterShelf shelf = new AdapterShelf(() -> List.of(path));
    int others = 0;
    for (AdapterKind kind : AdapterKind.values()) {
      others += shelf.names(kind).size();
    }
    boolean known =
        roots.get().stream().anyMatch(root -> root.toAbsolutePath().normalize().equals(path));
    return new Holding(models, unusable, others, known);
  }

  private static boolean isUsable(Path model) {
    try {
      ModelPackages.at(model).settings();
      return true;
    } catch (GenerationException e) {
      return false;
    }
  }

  private Found found(ModelPackage model) {
    ModelParts parts = ModelParts.of(model.root(), Optional.empty());
    return new Found(model.name(), model.root(), parts.bytes(), isAtHand(model.root()));
  }

  /** By its own name or by where it leads to; checkpoints may also lie in folders within. */
  private boolean isAtHand(Path model) {
    Path parent = model.getParent();
    Path there = real(model).getParent();
    List<Path> known = roots.get().stream().map(root -> root.toAbsolutePath().normalize()).toList();
    return known.stream().anyMatch(root -> root.equals(parent) || real(root).equals(there))
        || (Files.isRegularFile(model) && new ModelCatalogue(known).paths().contains(model));
  }

  /** Where links lead to; the path as it is where there is nothing. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  @Override
  public Copying copy(Found model, Optional<Path> configs) {
    Path path = model.folder();
    Optional<DownloadKind> addition =
        Files.isRegularFile(path) && !ModelPackages.resembles(path)
            ? additionOf(path)
            : Optional.empty();
    return addition
        .map(kind -> new ModelCopy(ModelParts.ofAddition(path), folderOf(kind), copy -> {}))
        .orElseGet(() -> new ModelCopy(ModelParts.of(path, configs), target));
  }
}
