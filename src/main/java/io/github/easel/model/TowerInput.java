package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import java.nio.file.Path;
import java.util.List;

/**
 * What CLIP's image tower wants to see: a square, its colours from 0 to 1 shifted and scaled.
 *
 * @param side pixels
 * @param mean is taken from red, green and blue
 * @param deviation then divides them
 */
public record TowerInput(int side, List<Double> mean, List<Double> deviation) {

  /** OpenAI's figures, which most towers keep (transformers' OPENAI_CLIP_MEAN and _STD). */
  private static final TowerInput USUAL =
      new TowerInput(
          224,
          List.of(0.48145466, 0.4578275, 0.40821073),
          List.of(0.26862954, 0.26130258, 0.27577711));

  public TowerInput {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != 3 || deviation.size() != 3 || deviation.stream().anyMatch(d -> !(d > 0))) {
      throw new IllegalArgumentException("three means and three deviations above 0");
    }
    if (side % ImageSize.LATENT_FACTOR != 0) {
      throw new IllegalArgumentException("a side of " + side + " pixels");
    }
  }

  /**
   * Reads {@code feature_extractor/preprocessor_config.json} in the model's folder; what is missing
   * is OpenAI's.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE}
   */
  public static TowerInput of(Path folder) {
    Path file = folder.resolve("feature_extractor").resolve("preprocessor_config.json");
    JsonNode node = ModelJson.readIfPresent(file);
    JsonNode crop = node.path("crop_size");
    try {
      return new TowerInput(
          crop.isObject() ? crop.path("height").asInt(USUAL.side()) : crop.asInt(USUAL.side()),
          numbers(node.path("image_mean"), USUAL.mean()),
          numbers(node.path("image_std"), USUAL.deviation()));
    } catch (IllegalArgumentException e) {
      throw GenerationException.unusable(
          file, "a picture processor of CLIP's", String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Double> numbers(JsonNode node, List<Double> usual) {
    return node.isArray()
        ? List.of(node.path(0).asDouble(), node.path(1).asDouble(), node.path(2).asDouble())
        : usual;
  }
}
