package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackages;
import io.github.easel.model.TowerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of this computer. */
public final class LocalFolders implements FolderService {

  private static final Logger LOG = LoggerFactory.getLogger(LocalFolders.class);

  private final Places places;
  private final SystemDesktop desktop = LocalSystemDesktop.ofThisComputer();

  /**
   * @param places the usual ones
   */
  public LocalFolders(Places places) {
    this.places = places;
  }

  @Override
  public Path usualPictures() {
    return places.pictures();
  }

  /**
   * Writes a file of no bytes, since permissions alone do not tell (full disks, network folders).
   */
  @Override
  public Optional<String> obstacle(Path folder) {
    try {
      AtomicFile.createFolder(folder);
      Files.delete(Files.createTempFile(folder, ".easel-", ".part"));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(FileReason.of(e));
    }
  }

  @Override
  public int models(Path folder) {
    return count(folder, LocalFolders::usable);
  }

  @Override
  public int unusable(Path folder) {
    return count(folder, one -> !usable(one));
  }

  @Override
  public boolean hasTowers(Path folder) {
    return TowerFolder.at(folder).isPresent();
  }

  private static boolean usable(Path model) {
    if (!ModelPackages.isModel(model)) {
      return false;
    }
    try {
      ModelPackages.at(model).settings();
      return true;
    } catch (GenerationException e) {
      return false;
    }
  }

  private static int count(Path folder, Predicate<Path> which) {
    try {
      return (int) new ModelCatalogue(List.of(folder)).paths().stream().filter(which).count();
    } catch (GenerationException e) {
      LOG.warn("{} cannot be listed: {}", folder, e.getMessage());
      return 0;
    }
  }

  @Override
  public CompletionStage<Void> show(Path folder) {
    try {
      AtomicFile.createFolder(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be made: {}", folder, e.toString());
    }
    return desktop.open(folder);
  }
}
