package io.github.easel.app;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.Adapter;
import io.github.easel.model.AdapterHash;
import io.github.easel.model.AdapterShelf;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackage;
import io.github.easel.weights.CheckpointFamily.Base;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The LoRAs and embeddings on this computer. */
final class LocalAdapterService implements AdapterService {

  private final AdapterShelf shelf;
  private final ModelCatalogue catalogue;

  LocalAdapterService(AdapterShelf shelf, ModelCatalogue catalogue) {
    this.shelf = shelf;
    this.catalogue = catalogue;
  }

  @Override
  public List<AdapterSummary> list(AdapterKind kind) {
    return shelf.list(kind).stream().map(LocalAdapterService::summary).toList();
  }

  @Override
  public List<AdapterChoice> choices(AdapterKind kind, String model) {
    List<Adapter> all = shelf.list(kind);
    if (all.isEmpty()) {
      return List.of();
    }
    ModelPackage opened = catalogue.open(catalogue.find(model));
    Base base = opened.base();
    return all.stream()
        .map(adapter -> new AdapterChoice(summary(adapter), obstacle(adapter, opened, base)))
        .sorted(Comparator.comparing(choice -> choice.obstacle().isPresent()))
        .toList();
  }

  private static Optional<GenerationException> obstacle(
      Adapter adapter, ModelPackage model, Base base) {
    if (adapter.refusal().isPresent()) {
      return adapter.refusal();
    }
    if (!model.takesAdapters()) {
      return Optional.of(adapter.impossible(model.name()));
    }
    return adapter.fits(base) ? Optional.empty() : Optional.of(adapter.unsuitable(base));
  }

  private static AdapterSummary summary(Adapter adapter) {
    return new AdapterSummary(
        adapter.kind(),
        adapter.name(),
        adapter.file(),
        adapter.base() == Base.UNKNOWN ? "" : adapter.base().words(),
        adapter.triggers(),
        adapter.bytes(),
        adapter.picture(),
        adapter.refusal());
  }

  @Override
  public String hash(AdapterSummary adapter) {
    Path file = adapter.file();
    return shelf.list(adapter.kind()).stream()
        .filter(one -> one.file().equals(file))
        .findFirst()
        .map(AdapterHash::of)
        .orElseThrow(
            () ->
                new GenerationException(
                    Failure.MODEL_NOT_FOUND, "no adapter " + file, file.toString()));
  }
}
