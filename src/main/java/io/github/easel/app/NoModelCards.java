package io.github.easel.app;

import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An empty shelf. */
final class NoModelCards implements ModelCards {

  @Override
  public List<ModelCard> all() {
    return List.of();
  }

  @Override
  public Optional<ModelReport> report(ModelCard card) {
    return Optional.empty();
  }

  @Override
  public Optional<Hash> knownHash(ModelCard card) {
    return Optional.empty();
  }

  @Override
  public Hash hash(ModelCard card) {
    throw none(card);
  }

  @Override
  public List<Path> belongings(ModelCard card) {
    throw none(card);
  }

  @Override
  public boolean hasTrash() {
    return false;
  }

  @Override
  public void remove(ModelCard card) {
    throw none(card);
  }

  private static GenerationException none(ModelCard card) {
    return new GenerationException(Failure.MODEL_NOT_FOUND, "no model " + card.name(), card.name());
  }
}
