package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.List;

/** Knows no models. */
final class NoModelRemoval implements ModelRemoval {

  @Override
  public List<Path> find(String name) {
    throw new GenerationException(Failure.MODEL_NOT_FOUND, "no model " + name, name);
  }

  @Override
  public boolean hasTrash() {
    return false;
  }

  @Override
  public void remove(List<Path> paths) {
    throw new UnsupportedOperationException("no models are taken away here");
  }
}
