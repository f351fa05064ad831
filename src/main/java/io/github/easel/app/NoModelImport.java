package io.github.easel.app;

import java.nio.file.Path;
import java.util.Optional;

/** Finds no models. */
final class NoModelImport implements ModelImport {

  @Override
  public Optional<Found> look(Path path) {
    return Optional.empty();
  }

  @Override
  public Copying copy(Found model, Optional<Path> configs) {
    throw new UnsupportedOperationException("no models are taken in here");
  }
}
