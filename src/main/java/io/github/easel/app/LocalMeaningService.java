package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelFolder;
import io.github.easel.pipeline.ClipTowers;
import io.github.easel.runtime.Engine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Meanings by the towers of the first model that has them, opened when first asked for. */
final class LocalMeaningService implements MeaningService, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalMeaningService.class);

  private final ModelCatalogue catalogue;
  private final Supplier<Engine> engines;
  private @Nullable ClipTowers towers;
  private boolean sought;

  LocalMeaningService(ModelCatalogue catalogue, Supplier<Engine> engines) {
    this.catalogue = catalogue;
    this.engines = engines;
  }

  @Override
  public synchronized Optional<Embedding> of(PixelImage image) {
    return opened().map(open -> open.of(image, new Cancellation()));
  }

  @Override
  public synchronized Optional<Embedding> of(String words) {
    return opened().map(open -> open.of(words, new Cancellation()));
  }

  private Optional<ClipTowers> opened() {
    if (!sought) {
      towers =
          catalogue.folders().stream()
              .flatMap(folder -> towersOf(folder).stream())
              .findFirst()
              .orElse(null);
      sought = true;
    }
    return Optional.ofNullable(towers);
  }

  /** A damaged model is no reason that the towers of another are not found. */
  private Optional<ClipTowers> towersOf(Path folder) {
    try {
      return ClipTowers.open(ModelFolder.at(folder), engines.get());
    } catch (GenerationException e) {
      LOG.warn("no towers of {}", folder, e);
      return Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    if (towers != null) {
      towers.close();
      towers = null;
    }
  }
}
