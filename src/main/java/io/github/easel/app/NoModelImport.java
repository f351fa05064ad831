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
  public Optional<Found> look(Path path, Optional<Path> configs) {
    return Optional.empty();
  }

  @Override
  public Optional<Found> lookAtAddition(Path file) {
    return Optional.empty();
  }

  @Override
  public Holding holding(Path folder) {
    return new Holding(0, 0, 0, false);
  }

  @Override
  public Copying copy(Found model, Optional<Path> configs) {
    throw new UnsupportedOperationException("no models are taken in here");
  }
}
