package io.github.easel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.app.ModelCard.Family;
import io.github.easel.app.ModelCard.Kind;
import io.github.easel.model.ModelFacts;
import io.github.easel.model.ModelPackage;
import io.github.easel.weights.CheckpointFamily.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a whole model is, and of which family, without opening it. */
record ModelNature(Kind kind, Family family) {

  private static final Logger LOG = LoggerFactory.getLogger(ModelNature.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int INPAINTING = 9;
  private static final int INSTRUCTED = 8;

  /** By its weights, or of graphs by the {@code config.json} beside the UNet's. */
  static ModelNature of(ModelPackage model) {
    Family family = family(model.base());
    return model
        .facts()
        .map(facts -> new ModelNature(kind(facts), family))
        .orElseGet(() -> ofGraphs(model));
  }

  private static Kind kind(ModelFacts facts) {
    String words = facts.family();
    if (words.contains("inpainting")) {
      return Kind.INPAINTING;
    }
    if (words.contains("pix2pix")) {
      return Kind.INSTRUCTED;
    }
    return words.contains("refiner") ? Kind.REFINER : Kind.CHECKPOINT;
  }

  private static ModelNature ofGraphs(ModelPackage model) {
    JsonNode unet = read(model.root().resolve("unet").resolve("config.json"));
    Base base = Base.ofTextWidth(unet.path("cross_attention_dim").asLong());
    return new ModelNature(kind(unet, base), family(base));
  }

  private static Kind kind(JsonNode unet, Base base) {
    int channels = unet.path("in_channels").asInt();
    if (channels == INPAINTING) {
      return Kind.INPAINTING;
    }
    if (channels == INSTRUCTED) {
      return Kind.INSTRUCTED;
    }
    return base == Base.SDXL_REFINER ? Kind.REFINER : Kind.CHECKPOINT;
  }

  static Family family(Base base) {
    return switch (base) {
      case SD1 -> Family.SD1;
      case SD2 -> Family.SD2;
      case SDXL, SDXL_REFINER -> Family.SDXL;
      case UNKNOWN -> Family.OTHER;
    };
  }

  private static JsonNode read(Path file) {
    try {
      return Files.isRegularFile(file) ? JSON.readTree(file.toFile()) : JSON.missingNode();
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", file, e.toString());
      return JSON.missingNode();
    }
  }
}
