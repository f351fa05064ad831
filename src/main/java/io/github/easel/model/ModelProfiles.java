package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user said of models, in one file of theirs: for each model's place an object as in
 * {@code easel.json}, which goes before the advice beside the model. May be shared between threads.
 */
public final class ModelProfiles {

  private static final Logger LOG = LoggerFactory.getLogger(ModelProfiles.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private ModelFiles.@Nullable Stamp stamp;
  private ObjectNode known = JSON.createObjectNode();

  /**
   * @param file need not exist
   */
  public ModelProfiles(Path file) {
    this.file = file;
  }

  /** Nothing was said of any model. */
  public static ModelProfiles none() {
    return new ModelProfiles(Path.of(""));
  }

  private static String key(Path model) {
    return model.toAbsolutePath().normalize().toString();
  }

  /** What was said of a model; nothing if nothing was. */
  public synchronized Optional<ObjectNode> find(Path model) {
    read();
    return known.get(key(model)) instanceof ObjectNode said
        ? Optional.of(said.deepCopy())
        : Optional.empty();
  }

  /** Likewise, as advice. */
  ModelAdvice of(Path model) {
    return new ModelAdvice(
        file, find(model).map(JsonNode.class::cast).orElseGet(MissingNode::getInstance));
  }

  /**
   * Keeps what was said of a model in the place of what was said before, if the model can be used
   * so.
   *
   * @param said as in {@code easel.json}; empty to forget
   * @throws GenerationException {@code MODEL_...} or {@code VAE_...} naming what cannot be used,
   *     {@code FILE_UNWRITABLE}
   */
  public synchronized void keep(Path model, ObjectNode said) {
    ModelAdvice profile = new ModelAdvice(file, said);
    profile.vae().ifPresent(ModelProfiles::check);
    ModelPackage source = ModelPackages.at(model, Optional.empty(), profile);
    source.settings();
    profile.vae().ifPresent(vae -> VaeFamily.requireFits(vae, source.base()));
    read();
    ObjectNode next = known.deepCopy();
    if (said.isEmpty()) {
      next.remove(key(model));
    } else {
      next.set(key(model), said.deepCopy());
    }
    try {
      AtomicFile.createFolderOf(file);
      byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(next);
      AtomicFile.write(file, out -> out.write(bytes));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
    known = next;
    stamp = ModelFiles.stamp(file);
  }

  /** What is wrong with it is not the model's fault, so it is told of the file alone. */
  private static void check(Path vae) {
    try {
      OtherVae.open(vae).check();
    } catch (GenerationException e) {
      throw switch (e.failure()) {
        case MODEL_FILE_UNUSABLE, SHAPES_UNUSUAL ->
            new GenerationException(
                Failure.VAE_UNUSABLE, String.valueOf(e.getMessage()), e, vae.toString());
        default -> e;
      };
    }
  }

  private void read() {
    if (!Files.isRegularFile(file)) {
      known = JSON.createObjectNode();
      return;
    }
    try {
      ModelFiles.Stamp now = ModelFiles.stamp(file);
      if (!now.equals(stamp)) {
        known = (ObjectNode) ModelJson.read(file);
        stamp = now;
      }
    } catch (GenerationException e) {
      LOG.warn("what was said of models cannot be read: {}", e.getMessage());
    }
  }
}
