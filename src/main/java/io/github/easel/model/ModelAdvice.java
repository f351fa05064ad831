package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.SamplerName;
import io.github.easel.generation.Sampling;
import io.github.easel.scheduler.PredictionType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What {@code easel.json} says of how to use a model: sampler, schedule, steps, guidance, width,
 * height, prediction_type, clip_skip and vae, each of which may be left out; and what the user said
 * of it.
 *
 * @param file where it is or would be
 * @param json the object in it, or a missing node
 */
record ModelAdvice(Path file, JsonNode json) {

  private static final String VAE = "vae";
  private static final Sampling USUAL = new Sampling(SamplerKind.DDIM, 20, 7.5);

  /**
   * Reads the file if there is one.
   *
   * @throws GenerationException if it is no JSON object
   */
  static ModelAdvice of(Path file) {
    return new ModelAdvice(file, ModelJson.readIfPresent(file));
  }

  /** No advice. */
  static ModelAdvice none() {
    return new ModelAdvice(Path.of(""), MissingNode.getInstance());
  }

  /**
   * The same where the user's own profile says nothing else. An advised schedule belongs to the
   * advised sampler.
   */
  ModelAdvice under(ModelAdvice profile) {
    if (!profile.json.isObject()) {
      return this;
    }
    ObjectNode both = JsonNodeFactory.instance.objectNode();
    if (json instanceof ObjectNode advised) {
      both.setAll(advised);
      vae().ifPresent(path -> both.put(VAE, path.toAbsolutePath().toString()));
      if (profile.json.has("sampler")) {
        both.remove("schedule");
      }
    }
    profile.json.properties().forEach(one -> both.set(one.getKey(), one.getValue()));
    return new ModelAdvice(json.isObject() ? file : profile.file, both);
  }

  /** An autoencoder that takes the place of the model's own: a file, or a folder of weights. */
  Optional<Path> vae() {
    return Optional.of(json.path(VAE).asText(""))
        .filter(path -> !path.isBlank())
        .map(file::resolveSibling);
  }

  /** The clip skip that suits the model; 1 for none. */
  int clipSkip() {
    int skip = json.path("clip_skip").asInt(1);
    if (skip < 1 || skip > PromptReading.MOST_CLIP_SKIP) {
      throw new IllegalArgumentException("clip_skip " + skip);
    }
    return skip;
  }

  /** The size that is advised, else the usual one, side by side. */
  ImageSize size(ImageSize usual) {
    return new ImageSize(
        json.path("width").asInt(usual.width()), json.path("height").asInt(usual.height()));
  }

  /** The settings that are advised, else Easel's usual ones, one by one. */
  Sampling sampling() {
    String sampler = json.path("sampler").asText(USUAL.sampler().label());
    SamplerChoice choice =
        SamplerName.find(sampler, json.path("schedule").asText(""))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no sampler '%s'; the nearest are %s"
                            .formatted(
                                sampler, String.join(", ", SamplerName.nearest(sampler, 3)))));
    return new Sampling(
        choice.sampler(),
        choice.schedule(),
        json.path("steps").asInt(USUAL.steps()),
        json.path("guidance").asDouble(USUAL.guidanceScale()),
        OptionalDouble.empty());
  }

  /**
   * What the model predicts, where the file says it.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} for an unknown word
   */
  Optional<PredictionType> prediction() {
    return inRange(advice -> JsonChoice.find(PredictionType.class, advice.json, "prediction_type"));
  }

  /**
   * Uses the advice, and blames its file for what is out of range.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE}
   */
  <T> T inRange(Function<ModelAdvice, T> use) {
    try {
      return use.apply(this);
    } catch (IllegalArgumentException e) {
      throw GenerationException.unusable(
          file, "settings in range", String.valueOf(e.getMessage()), e);
    }
  }
}
