package io.github.easel.app;

import io.github.easel.app.ModelService.Details;
import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.Kind;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.Part;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelFacts;
import io.github.easel.model.ModelFolder;
import io.github.easel.model.ModelHash;
import io.github.easel.model.ModelPackage;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells what a model holds: by its weights, or of graphs by opening them. */
final class ModelInspection {

  private final ModelPackage model;

  ModelInspection(ModelPackage model) {
    this.model = model;
  }

  /**
   * Looks into the model.
   *
   * @param engine opens graphs
   * @throws GenerationException one of the failures {@code MODEL_...} if it cannot be used
   */
  ModelReport report(Supplier<Engine> engine) {
    return model
        .facts()
        .map(facts -> ofWeights(facts, true))
        .orElseGet(() -> ofGraphs(engine.get()));
  }

  /** Likewise, without what all of a file would have to be read for. */
  ModelReport withoutHash(Supplier<Engine> engine) {
    return model
        .facts()
        .map(facts -> ofWeights(facts, false))
        .orElseGet(() -> ofGraphs(engine.get()));
  }

  private ModelReport ofWeights(ModelFacts facts, boolean hashed) {
    boolean file = facts.kind() == ModelFacts.Kind.SINGLE_FILE;
    return new ModelReport(
        model.name(),
        facts.family(),
        prediction(),
        facts.parts().stream().map(ModelInspection::part).toList(),
        Optional.of(
            new Details(
                file ? Kind.SINGLE_FILE : Kind.DIFFUSERS_FOLDER,
                facts.prediction(),
                model.settings().size(),
                file && hashed ? Optional.of(hash(model.root())) : Optional.empty())));
  }

  private static Hash hash(Path file) {
    ModelHash hash = ModelHash.of(file);
    return new Hash(hash.sha256(), hash.brief(), hash.legacy());
  }

  private static Part part(ModelFacts.Part part) {
    return new Part(
        part.name(),
        part.file(),
        part.bytes(),
        List.of(),
        List.of(),
        OptionalInt.of(part.tensors()),
        part.types(),
        part.lack());
  }

  private String prediction() {
    return model.scheduleConfig().prediction().name().toLowerCase(Locale.ROOT);
  }

  private ModelReport ofGraphs(Engine engine) {
    List<Part> parts = new ArrayList<>();
    parts.add(part("text_encoder", () -> textEncoder(engine)));
    String family;
    try (Session unet = model.openUnet(engine)) {
      parts.add(part(unet, "unet", unet.file()));
      family = family(unet);
    }
    parts.add(part("vae_decoder", () -> model.openImageDecoder(engine)));
    imageEncoder(engine).ifPresent(open -> parts.add(part("vae_encoder", open)));
    Details details =
        new Details(
            Kind.ONNX_FOLDER, "as its files say", model.settings().size(), Optional.empty());
    return new ModelReport(model.name(), family, prediction(), parts, Optional.of(details));
  }

  private Session textEncoder(Engine engine) {
    return model instanceof ModelFolder folder
        ? engine.open(folder.textEncoder(), false)
        : model.openTextEncoder(engine, 1);
  }

  /** As the file has it, without what Easel changes to make it draw the same each time. */
  private Optional<Supplier<Session>> imageEncoder(Engine engine) {
    return model instanceof ModelFolder folder
        ? folder.vaeEncoder().map(file -> () -> engine.open(file, false))
        : Optional.of(() -> model.openImageEncoder(engine));
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
    if (width == 2048) {
      return "Stable Diffusion XL";
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
