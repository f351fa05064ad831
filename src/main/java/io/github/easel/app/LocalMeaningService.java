package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.TowerFolder;
import io.github.easel.pipeline.ClipTowers;
import io.github.easel.runtime.Engine;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meanings by the towers of the folder that somebody chose, else of the first model that has them,
 * opened when first asked for.
 */
final class LocalMeaningService implements MeaningService, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalMeaningService.class);

  private final Optional<Path> chosen;
  private final ModelCatalogue catalogue;
  private final Supplier<Engine> engines;
  private @Nullable ClipTowers towers;
  private @Nullable String fingerprint;
  private boolean sought;

  /** Ends what is under way, so that closing waits for no large network. */
  private final Cancellation end = new Cancellation();

  /**
   * @param chosen the folder whose towers are preferred
   */
  LocalMeaningService(Optional<Path> chosen, ModelCatalogue catalogue, Supplier<Engine> engines) {
    this.chosen = chosen;
    this.catalogue = catalogue;
    this.engines = engines;
  }

  @Override
  public synchronized Optional<Embedding> of(PixelImage image) {
    return opened().map(open -> open.of(image, end));
  }

  @Override
  public synchronized Optional<Embedding> of(String words) {
    return opened().map(open -> open.of(words, end));
  }

  @Override
  public synchronized Optional<String> towers() {
    return opened().isPresent() ? Optional.ofNullable(fingerprint) : Optional.empty();
  }

  private Optional<ClipTowers> opened() {
    if (!sought) {
      sought = true;
      chosen
          .filter(folder -> TowerFolder.at(folder).isEmpty())
          .ifPresent(
              folder -> LOG.warn("{} has no towers of CLIP, so the usual are taken", folder));
      Stream<TowerFolder> all =
          Stream.concat(chosen.stream(), catalogue.paths().stream())
              .flatMap(folder -> TowerFolder.at(folder).stream());
      for (Iterator<TowerFolder> folders = all.iterator(); towers == null && folders.hasNext(); ) {
        open(folders.next());
      }
    }
    return Optional.ofNullable(towers);
  }

  /** A damaged model is no reason that the towers of another are not found. */
  private void open(TowerFolder folder) {
    try {
      fingerprint = folder.fingerprint();
      towers = ClipTowers.open(folder, engines.get()).orElse(null);
    } catch (GenerationException e) {
      LOG.warn("no towers of {}", folder.root(), e);
    }
  }

  @Override
  public void close() {
    end.cancel();
    closeTowers();
  }

  private synchronized void closeTowers() {
    sought = true;
    fingerprint = null;
    if (towers != null) {
      towers.close();
      towers = null;
    }
  }
}
