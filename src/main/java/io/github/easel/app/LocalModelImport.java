package io.github.easel.app;

import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelPackages;
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

  /**
   * @param target the folder that copies go to; made when the first one is
   * @param roots the folders whose subfolders are at hand already
   */
  LocalModelImport(Path target, Supplier<List<Path>> roots) {
    this.target = target.toAbsolutePath().normalize();
    this.roots = roots;
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
    return new ModelCopy(ModelParts.of(model.folder(), configs), target);
  }
}
