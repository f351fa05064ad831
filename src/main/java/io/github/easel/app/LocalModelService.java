package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.SamplerKind;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelPackages;
import io.github.easel.model.ModelSettings;
import io.github.easel.model.TokenizerFinder;
import io.github.easel.runtime.Engine;
import io.github.easel.scheduler.PredictionType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models on this computer. */
final class LocalModelService implements ModelService {

  private static final Logger LOG = LoggerFactory.getLogger(LocalModelService.class);

  private final ModelCatalogue catalogue;
  private final TokenizerFinder tokenizers;
  private final Supplier<Engine> engine;

  /**
   * A service over some models.
   *
   * @param tokenizers finds those of models that bring none
   * @param engine opens the networks that are looked into
   */
  LocalModelService(ModelCatalogue catalogue, TokenizerFinder tokenizers, Supplier<Engine> engine) {
    this.catalogue = catalogue;
    this.tokenizers = tokenizers;
    this.engine = engine;
  }

  @Override
  public List<ModelSummary> list() {
    return catalogue.paths().stream().flatMap(folder -> listed(folder).stream()).toList();
  }

  /** A folder that cannot be used is left out of lists; asked for by name, it says why. */
  private Optional<ModelSummary> listed(Path folder) {
    try {
      return Optional.of(summary(name(folder), folder));
    } catch (GenerationException e) {
      LOG.warn("left out of the list of models: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static String name(Path path) {
    return ModelCatalogue.name(path);
  }

  @Override
  public List<Unusable> unusable() {
    List<ModelSummary> usable = list();
    return catalogue.paths().stream()
        .filter(folder -> usable.stream().noneMatch(one -> one.name().equals(name(folder))))
        .flatMap(folder -> refused(folder).stream())
        .toList();
  }

  private Optional<Unusable> refused(Path folder) {
    try {
      summary(name(folder), folder);
      return Optional.empty();
    } catch (GenerationException e) {
      return Optional.of(new Unusable(name(folder), folder, e));
    }
  }

  @Override
  public ModelSummary find(String nameOrPath) {
    return summary(nameOrPath, catalogue.find(nameOrPath));
  }

  private ModelSummary summary(String name, Path folder) {
    ModelSettings settings = catalogue.open(folder).settings();
    return new ModelSummary(
        name, folder, settings.size(), settings.sampling(), settings.clipSkip());
  }

  @Override
  public int sizeMultiple(String nameOrPath) {
    ModelSettings settings = catalogue.open(catalogue.find(nameOrPath)).settings();
    return settings.vaeFactor().orElse(ImageSize.LATENT_FACTOR) * settings.latentMultiple();
  }

  @Override
  public int mostClipSkip(String nameOrPath) {
    ModelSettings settings = catalogue.open(catalogue.find(nameOrPath)).settings();
    return Math.min(
        PromptReading.MOST_CLIP_SKIP,
        Math.max(1, settings.textLayers().orElse(PromptReading.MOST_CLIP_SKIP)));
  }

  @Override
  public boolean lacksTokenizer(String nameOrPath) {
    ModelPackage model = catalogue.open(catalogue.find(nameOrPath));
    try {
      return !Files.isDirectory(tokenizers.find(model));
    } catch (GenerationException e) {
      if (e.failure() != Failure.TOKENIZER_MISSING) {
        throw e;
      }
      return true;
    }
  }

  @Override
  public List<SamplerKind> samplers(String nameOrPath) {
    ModelPackage model = catalogue.open(catalogue.find(nameOrPath));
    return SamplerKind.suitable(
        model.scheduleConfig().prediction() == PredictionType.FLOW_PREDICTION);
  }

  @Override
  public Optional<FileReport> inspectFile(Path file) {
    return Files.isRegularFile(file) ? FileInspection.of(file) : Optional.empty();
  }

  @Override
  public List<Misplaced> misplaced() {
    return catalogue.others().stream()
        .flatMap(file -> FileInspection.misplaced(file).stream())
        .toList();
  }

  @Override
  public ModelReport inspect(Path path) {
    return new ModelInspection(catalogue.open(path)).report(engine);
  }

  @Override
  public ModelReport inspect(Path path, Optional<Path> configs) {
    return configs.isEmpty()
        ? inspect(path)
        : new ModelInspection(ModelPackages.at(path, configs)).report(engine);
  }
}
