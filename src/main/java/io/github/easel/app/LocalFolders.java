package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelPackages;
import io.github.easel.model.TowerFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    return count(folder, one -> ModelPackages.resembles(one) && !usable(one));
  }

  @Override
  public boolean hasTowers(Path folder) {
    return TowerFolder.at(folder).isPresent();
  }

  private static boolean usable(Path folder) {
    if (!ModelPackages.isModel(folder)) {
      return false;
    }
    try {
      ModelPackages.at(folder).settings();
      return true;
    } catch (GenerationException e) {
      return false;
    }
  }

  private static int count(Path folder, Predicate<Path> which) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return (int) inside.filter(which).count();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be listed: {}", folder, e.toString());
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
