package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Sampling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What a model's own files say about how to use it.
 *
 * @param scalingFactor latents are divided by this before they are decoded ({@code scaling_factor})
 * @param shiftFactor and this is added afterwards ({@code shift_factor})
 * @param vaeFactor pixels to a latent cell, where a file says so
 * @param latentMultiple latents' sides must be multiples of this, as the UNet halves them; 1 where
 *     no file says how often
 * @param vocabulary how many tokens its text encoder knows, where a file says so
 * @param textLayers how many layers of its text encoder the UNet can be shown, where a file says
 *     so; Stable Diffusion XL's never see the last
 * @param size the size it was trained for
 * @param sampling the settings that suit it
 * @param clipSkip likewise, 1 for none
 */
public record ModelSettings(
    double scalingFactor,
    double shiftFactor,
    OptionalInt vaeFactor,
    int latentMultiple,
    OptionalInt vocabulary,
    OptionalInt textLayers,
    ImageSize size,
    Sampling sampling,
    int clipSkip) {

  /** Of the autoencoder of Stable Diffusion 1 and 2 (Rombach et al. 2022). */
  private static final double STABLE_DIFFUSION_SCALE = 0.18215;

  /** Of the autoencoder of Stable Diffusion XL (Podell et al. 2023). */
  private static final double XL_SCALE = 0.13025;

  private static final int STABLE_DIFFUSION_SAMPLE_SIZE = 64;
  private static final int XL_SAMPLE_SIZE = 128;

  /**
   * Reads {@code config.json} of the networks, where an export brings them, and {@code easel.json}
   * beside {@code model_index.json}, where a model's maker recommends settings.
   */
  public static ModelSettings of(ModelFolder folder) {
    return of(folder.root());
  }

  /** Likewise, of any folder that is laid out as diffusers does. */
  static ModelSettings of(Path root) {
    return of(root, ModelAdvice.none());
  }

  /** Likewise, with what the user said of it. */
  static ModelSettings of(Path root, ModelAdvice profile) {
    JsonNode vae = vaeConfig(root);
    boolean xl = Files.isDirectory(root.resolve("text_encoder_2"));
    JsonNode text = textConfig(root);
    Path unetFile = root.resolve("unet").resolve("config.json");
    JsonNode unet = ModelJson.readIfPresent(unetFile);
    ModelAdvice advice = ModelAdvice.of(root.resolve("easel.json")).under(profile);
    int levels = vae.path("block_out_channels").size();
    OptionalInt factor = levels == 0 ? OptionalInt.empty() : OptionalInt.of(1 << (levels - 1));
    int halvings = Math.max(0, unet.path("block_out_channels").size() - 1);
    try {
      return new ModelSettings(
          vae.path("scaling_factor").asDouble(xl ? XL_SCALE : STABLE_DIFFUSION_SCALE),
          vae.path("shift_factor").asDouble(0),
          factor,
          1 << halvings,
          whole(text.path("vocab_size")),
          textLayers(text, xl),
          advice.size(
              size(
                  unet.path("sample_size"),
                  xl ? XL_SAMPLE_SIZE : STABLE_DIFFUSION_SAMPLE_SIZE,
                  factor.orElse(ImageSize.LATENT_FACTOR))),
          advice.sampling(),
          advice.clipSkip());
    } catch (IllegalArgumentException e) {
      Path culprit = advice.json().isObject() ? advice.file() : unetFile;
      throw GenerationException.unusable(
          culprit, "settings in range", String.valueOf(e.getMessage()), e);
    }
  }

  private static OptionalInt whole(JsonNode number) {
    return number.isInt() ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
  }

  private static JsonNode vaeConfig(Path root) {
    for (String name : new String[] {"vae_decoder", "vae", "vae_encoder"}) {
      JsonNode config = ModelJson.readIfPresent(root.resolve(name).resolve("config.json"));
      if (config.isObject()) {
        return config;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode textConfig(Path root) {
    JsonNode first = ModelJson.readIfPresent(root.resolve("text_encoder").resolve("config.json"));
    return first.isObject()
        ? first
        : ModelJson.readIfPresent(root.resolve("text_encoder_2").resolve("config.json"));
  }

  private static OptionalInt textLayers(JsonNode text, boolean xl) {
    OptionalInt layers = whole(text.path("num_hidden_layers"));
    return xl && layers.isPresent() ? OptionalInt.of(layers.getAsInt() - 1) : layers;
  }

  /**
   * The size that a UNet's {@code sample_size} stands for.
   *
   * @param usual sample size where none is said
   */
  static ImageSize size(JsonNode sampleSize, int usual, int factor) {
    JsonNode height = sampleSize.isArray() ? sampleSize.path(0) : sampleSize;
    JsonNode width = sampleSize.isArray() ? sampleSize.path(1) : sampleSize;
    return new ImageSize(factor * width.asInt(usual), factor * height.asInt(usual));
  }
}
