package io.github.easel.app;

import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.runtime.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The models on this computer, and what is added to them. */
final class LocalModelCards implements ModelCards {

  private final ModelCatalogue models;
  private final CardReader reader;
  private final Function<CardReader, List<ModelCard>> additions;
  private final KeptHashes hashes;
  private final Supplier<Engine> engine;
  private final ModelRemoval removal;

  /**
   * @param additions lists what is no whole model
   * @param engine opens the graphs that are looked into
   * @param removal takes files away
   */
  LocalModelCards(
      ModelCatalogue models,
      CardReader reader,
      Function<CardReader, List<ModelCard>> additions,
      KeptHashes hashes,
      Supplier<Engine> engine,
      ModelRemoval removal) {
    this.models = models;
    this.reader = reader;
    this.additions = additions;
    this.hashes = hashes;
    this.engine = engine;
    this.removal = removal;
  }

  @Override
  public List<ModelCard> all() {
    return Stream.concat(
            models.paths().stream().map(reader::model), additions.apply(reader).stream())
        .toList();
  }

  @Override
  public Optional<ModelReport> report(ModelCard card) {
    return card.kind().isModel()
        ? Optional.of(new ModelInspection(models.open(card.path())).withoutHash(engine))
        : Optional.empty();
  }

  @Override
  public Optional<Hash> knownHash(ModelCard card) {
    return card.hasHash() ? hashes.find(card.path()) : Optional.empty();
  }

  @Override
  public Hash hash(ModelCard card) {
    return hashes.of(card.path());
  }

  @Override
  public List<Path> belongings(ModelCard card) {
    Path folder = card.path().toAbsolutePath().normalize().getParent();
    if (!card.isOwn() || folder == null) {
      throw new GenerationException(
          Failure.MODEL_ELSEWHERE,
          card.path() + " is not in a folder of Easel's own",
          card.name(),
          card.path().toString(),
          String.valueOf(folder));
    }
    ModelParts parts =
        card.kind().isAddition()
            ? ModelParts.ofAddition(card.path())
            : ModelParts.of(card.path(), Optional.empty());
    return Stream.concat(
            parts.tops(card.name()), Stream.of(card.path().getFileName() + ".hub.json"))
        .map(folder::resolve)
        .filter(Files::exists)
        .distinct()
        .toList();
  }

  @Override
  public boolean hasTrash() {
    return removal.hasTrash();
  }

  @Override
  public void remove(ModelCard card) {
    removal.remove(belongings(card));
  }
}
