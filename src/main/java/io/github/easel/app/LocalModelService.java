package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.SamplerKind;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelFolder;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelPackages;
import io.github.easel.model.ModelSettings;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.scheduler.PredictionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models on this computer. */
final class LocalModelService implements ModelService {

  private static final Logger LOG = LoggerFactory.getLogger(LocalModelService.class);

  private final ModelCatalogue catalogue;
  private final Supplier<Engine> engine;

  /**
   * A service over some models.
   *
   * @param engine opens the networks that are looked into
   */
  LocalModelService(ModelCatalogue catalogue, Supplier<Engine> engine) {
    this.catalogue = catalogue;
    this.engine = engine;
  }

  @Override
  public List<ModelSummary> list() {
    return catalogue.paths().stream().flatMap(folder -> listed(folder).stream()).toList();
  }

  /** A folder that cannot be used is left out of lists; asked for by name, it says why. */
  private static Optional<ModelSummary> listed(Path folder) {
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

  private static Optional<Unusable> refused(Path folder) {
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

  private static ModelSummary summary(String name, Path folder) {
    ModelSettings settings = ModelPackages.at(folder).settings();
    return new ModelSummary(name, folder, settings.size(), settings.sampling());
  }

  @Override
  public int sizeMultiple(String nameOrPath) {
    ModelSettings settings = ModelPackages.at(catalogue.find(nameOrPath)).settings();
    return settings.vaeFactor().orElse(ImageSize.LATENT_FACTOR) * settings.latentMultiple();
  }

  @Override
  public int mostClipSkip(String nameOrPath) {
    ModelSettings settings = ModelPackages.at(catalogue.find(nameOrPath)).settings();
    return Math.min(
        PromptReading.MOST_CLIP_SKIP,
        Math.max(1, settings.textLayers().orElse(PromptReading.MOST_CLIP_SKIP)));
  }

  @Override
  public List<SamplerKind> samplers(String nameOrPath) {
    ModelPackage model = ModelPackages.at(catalogue.find(nameOrPath));
    return SamplerKind.suitable(
        model.scheduleConfig().prediction() == PredictionType.FLOW_PREDICTION);
  }

  @Override
  public ModelReport inspect(Path path) {
    ModelPackage model = ModelPackages.at(path);
    String prediction = model.scheduleConfig().prediction().name().toLowerCase(Locale.ROOT);
    Engine opener = engine.get();
    List<Part> parts = new ArrayList<>();
    parts.add(part("text_encoder", () -> textEncoder(model, opener)));
    String family;
    try (Session unet = model.openUnet(opener)) {
      parts.add(part(unet, "unet", unet.file()));
      family = family(unet);
    }
    parts.add(part("vae_decoder", () -> model.openImageDecoder(opener)));
    imageEncoder(model, opener).ifPresent(open -> parts.add(part("vae_encoder", open)));
    return new ModelReport(model.name(), family, prediction, parts);
  }

  private static Session textEncoder(ModelPackage model, Engine opener) {
    return model instanceof ModelFolder folder
        ? opener.open(folder.textEncoder())
        : model.openTextEncoder(opener, 1);
  }

  /** As the file has it, without what Easel changes to make it draw the same each time. */
  private static Optional<Supplier<Session>> imageEncoder(ModelPackage model, Engine opener) {
    return model instanceof ModelFolder folder
        ? folder.vaeEncoder().map(file -> () -> opener.open(file))
        : Optional.of(() -> model.openImageEncoder(opener));
  }

  /** Told by the width of the text embeddings, as the families differ in their text encoders. */
  private static String family(Session unet) {
    Port embeddings = unet.inputs().get("encoder_hidden_states");
    long width = embeddings == null ? Port.FREE : embeddings.axis(2);
    if (width == 768) {
      return "Stable Diffusion 1.x";
    }
    if (width == 1024) {
      return "Stable Diffusion 2.x";
    }
    return width == Port.FREE ? "Stable Diffusion" : "Stable Diffusion, text width " + width;
  }

  private static Part part(String name, Supplier<Session> opening) {
    try (Session session = opening.get()) {
      return part(session, name, session.file());
    }
  }

  private static Part part(Session session, String name, Path file) {
    return new Part(
        name,
        file,
        bytes(file),
        words(session.inputs().values()),
        words(session.outputs().values()));
  }

  private static List<String> words(Collection<Port> ports) {
    return ports.stream().map(Port::toString).toList();
  }

  /** The graph's file and the weights that lie beside it. */
  private static long bytes(Path graph) {
    try (Stream<Path> files = Files.list(graph.resolveSibling(""))) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    } catch (IOException e) {
      throw GenerationException.unreadable(graph, e);
    }
  }
}
