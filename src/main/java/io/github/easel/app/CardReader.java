package io.github.easel.app;

import io.github.easel.app.ModelCard.Family;
import io.github.easel.app.ModelCard.Kind;
import io.github.easel.app.ModelCard.Origin;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.Catalogue;
import io.github.easel.hub.CatalogueEntry;
import io.github.easel.hub.HubOrigin;
import io.github.easel.model.Adapter;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelSettings;
import io.github.easel.weights.CheckpointFamily;
import io.github.easel.weights.CheckpointFamily.Content;
import io.github.easel.weights.TensorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a shelf shows of single models and parts of models. */
final class CardReader {

  private static final Logger LOG = LoggerFactory.getLogger(CardReader.class);

  /** The licence of the program, which the starter model comes with. */
  private static final String OWN_LICENCE = "apache-2.0";

  private final ModelCatalogue models;
  private final List<Path> own;
  private final Catalogue known = Catalogue.ofEasel();

  /**
   * @param own the folders from which things can be taken away
   */
  CardReader(ModelCatalogue models, List<Path> own) {
    this.models = models;
    this.own = own.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  /** A whole model, which may lack something. */
  ModelCard model(Path path) {
    String name = ModelCatalogue.name(path);
    Measure files = Measure.of(path);
    Optional<Path> picture = SidePicture.of(path, name);
    try {
      ModelPackage model = models.open(path);
      ModelSettings settings = model.settings();
      model.check();
      ModelNature nature = ModelNature.of(model);
      return new ModelCard(
          name,
          path,
          nature.kind(),
          nature.family(),
          files.bytes(),
          files.changed(),
          isOwn(path),
          picture,
          origin(path, noted(path), List.of()),
          model.takesAdapters(),
          Optional.of(
              new ModelSummary(
                  name, path, settings.size(), settings.sampling(), settings.clipSkip())),
          Optional.empty());
    } catch (GenerationException e) {
      return new ModelCard(
          name,
          path,
          Kind.CHECKPOINT,
          Family.OTHER,
          files.bytes(),
          files.changed(),
          isOwn(path),
          picture,
          origin(path, Map.of(), List.of()),
          false,
          Optional.empty(),
          Optional.of(e));
    }
  }

  /** A LoRA or an embedding. */
  ModelCard addition(Adapter adapter) {
    return new ModelCard(
        adapter.name(),
        adapter.file(),
        adapter.kind() == AdapterKind.LORA ? Kind.LORA : Kind.EMBEDDING,
        ModelNature.family(adapter.base()),
        adapter.bytes(),
        Measure.of(adapter.file()).changed(),
        isOwn(adapter.file()),
        adapter.picture(),
        origin(adapter.file(), Map.of(), adapter.triggers()),
        false,
        Optional.empty(),
        adapter.refusal());
  }

  /**
   * A network by itself, as a file or as a folder with one.
   *
   * @param weights the file
   * @return nothing if it is none that has a card
   */
  Optional<ModelCard> part(Path path, Path weights) {
    CheckpointFamily family;
    try {
      family = CheckpointFamily.of(TensorFiles.open(weights));
    } catch (GenerationException e) {
      LOG.warn("passed over: {}", e.getMessage());
      return Optional.empty();
    }
    Optional<Kind> kind = partKind(family.content());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    String name = ModelCatalogue.name(path);
    Measure files = Measure.of(path);
    return Optional.of(
        new ModelCard(
            name,
            path,
            kind.get(),
            ModelNature.family(family.base()),
            files.bytes(),
            files.changed(),
            isOwn(path),
            SidePicture.of(path, name),
            origin(path, Map.of(), List.of()),
            false,
            Optional.empty(),
            Optional.empty()));
  }

  private static Optional<Kind> partKind(Content content) {
    return switch (content) {
      case VAE, TINY_VAE -> Optional.of(Kind.VAE);
      case CONTROLNET -> Optional.of(Kind.CONTROLNET);
      case TEXT_ENCODER -> Optional.of(Kind.TEXT_ENCODER);
      case MODEL, UNET, LORA, EMBEDDING, UNKNOWN -> Optional.empty();
    };
  }

  private boolean isOwn(Path path) {
    return own.contains(path.toAbsolutePath().normalize().getParent());
  }

  /** What the writer of a single file noted in it. */
  private static Map<String, String> noted(Path path) {
    return Files.isRegularFile(path) ? TensorFiles.open(path).metadata() : Map.of();
  }

  private Origin origin(Path path, Map<String, String> noted, List<String> triggers) {
    Optional<HubOrigin> hub = HubOrigin.read(path);
    Optional<CatalogueEntry> entry =
        hub.flatMap(
            origin ->
                known.entries().stream()
                    .filter(one -> one.address().equalsIgnoreCase(origin.model()))
                    .findFirst());
    String starter =
        Files.isDirectory(path) && ModelCatalogue.name(path).equals(ModelCatalogue.STARTER)
            ? OWN_LICENCE
            : "";
    return new Origin(
        hub.map(HubOrigin::model).orElse(""),
        first(
            hub.map(HubOrigin::licence).orElse(""),
            entry.map(CatalogueEntry::licence).orElse(""),
            noted.getOrDefault("modelspec.license", ""),
            starter),
        hub.map(HubOrigin::page).orElse(""),
        !triggers.isEmpty()
            ? triggers
            : entry
                .map(CatalogueEntry::triggers)
                .orElseGet(() -> words(noted.getOrDefault("modelspec.trigger_phrase", ""))));
  }

  private static List<String> words(String phrase) {
    return phrase.isBlank() ? List.of() : List.of(phrase.strip());
  }

  private static String first(String... candidates) {
    return Stream.of(candidates).filter(text -> !text.isBlank()).findFirst().orElse("");
  }

  /** The size and the age of a model's files. */
  private record Measure(long bytes, Instant changed) {

    static Measure of(Path path) {
      long bytes = 0;
      Instant changed = Instant.EPOCH;
      try {
        for (ModelParts.Part part : ModelParts.of(path, Optional.empty()).files()) {
          bytes += part.bytes();
          Instant own = Files.getLastModifiedTime(part.file()).toInstant();
          changed = own.isAfter(changed) ? own : changed;
        }
      } catch (GenerationException | IOException e) {
        LOG.warn("{} cannot be measured: {}", path, e.toString());
      }
      return new Measure(bytes, changed);
    }
  }
}
