package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelPackages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies models into a folder of this computer. */
final class LocalModelImport implements ModelImport {

  private static final int LEVELS_ABOVE_A_GRAPH = 2;

  private final Path target;
  private final List<Path> roots;

  /**
   * @param target the folder that copies go to; made when the first one is
   * @param roots the folders whose subfolders are at hand already
   */
  LocalModelImport(Path target, List<Path> roots) {
    this.target = target.toAbsolutePath().normalize();
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  @Override
  public Optional<Found> look(Path path) {
    // not where links lead to: what a graph links to need not lie in the model's folder
    Path above = path.toAbsolutePath().normalize();
    for (int level = 0; level <= LEVELS_ABOVE_A_GRAPH && above != null; level++) {
      if (ModelPackages.isModel(above)) {
        return Optional.of(found(ModelPackages.at(above)));
      }
      above = above.getParent();
    }
    return Optional.empty();
  }

  private Found found(ModelPackage folder) {
    long bytes = 0;
    for (Path file : files(folder.root())) {
      bytes += size(file);
    }
    return new Found(folder.name(), folder.root(), bytes, isAtHand(folder.root()));
  }

  /** By its own name or by where it leads to. */
  private boolean isAtHand(Path folder) {
    Path parent = folder.getParent();
    Path there = real(folder).getParent();
    return roots.stream().anyMatch(root -> root.equals(parent) || real(root).equals(there));
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
  public Copying copy(Found model) {
    return new FolderCopy(model.folder(), files(model.folder()), model.bytes(), target);
  }

  /** A model's parts may be links to where they lie; a link that goes round is unreadable. */
  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw GenerationException.unreadable(folder, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }
}
