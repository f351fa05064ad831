package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.weights.CheckpointFamily.Base;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Which family of models an autoencoder was made for. Those of Stable Diffusion 1, 2 and XL have
 * the same shapes, so only what is written with the weights can tell; often nothing does.
 */
final class VaeFamily {

  private static final double XL_SCALE = 0.13025;
  private static final double FIRST_SCALE = 0.18215;
  private static final double SAME = 1e-6;

  private VaeFamily() {}

  /**
   * Makes sure that nothing says that an autoencoder was made for another family.
   *
   * @param vae a file, or a folder as diffusers writes it
   * @param model whose autoencoder it is to replace
   * @throws GenerationException {@code VAE_OF_ANOTHER_FAMILY}, or as {@link OtherVae#open}
   */
  static void requireFits(Path vae, Base model) {
    Base found = of(vae);
    if (found != Base.UNKNOWN && model != Base.UNKNOWN && isXl(found) != isXl(model)) {
      throw new GenerationException(
          Failure.VAE_OF_ANOTHER_FAMILY,
          "%s is for %s, and the model is %s".formatted(vae, found.words(), model.words()),
          vae.toString(),
          found.words(),
          model.words());
    }
  }

  /** Version 2 has the autoencoder of version 1, the refiner that of XL. */
  private static boolean isXl(Base base) {
    return base == Base.SDXL || base == Base.SDXL_REFINER;
  }

  /** The family that a file's metadata tells, else the configuration beside it. */
  static Base of(Path vae) {
    Path file = Files.isDirectory(vae) ? NetworkWeights.require(vae, vae.toString()) : vae;
    String architecture =
        NetworkWeights.open(file)
            .metadata()
            .getOrDefault("modelspec.architecture", "")
            .toLowerCase(Locale.ROOT);
    if (architecture.startsWith("stable-diffusion-xl")) {
      return Base.SDXL;
    }
    if (architecture.startsWith("stable-diffusion-v1")) {
      return Base.SD1;
    }
    if (architecture.startsWith("stable-diffusion-v2")) {
      return Base.SD2;
    }
    return configured(file);
  }

  /** A file of diffusers' name is what the configuration beside it is about; others need not be. */
  private static Base configured(Path file) {
    if (!String.valueOf(file.getFileName()).startsWith("diffusion_pytorch_model")) {
      return Base.UNKNOWN;
    }
    JsonNode config = ModelJson.readIfPresent(file.toAbsolutePath().resolveSibling("config.json"));
    double scale = config.path("scaling_factor").asDouble(0);
    if (!config.path("_class_name").asText("").equals("AutoencoderKL")) {
      return Base.UNKNOWN;
    }
    if (Math.abs(scale - XL_SCALE) < SAME) {
      return Base.SDXL;
    }
    return Math.abs(scale - FIRST_SCALE) < SAME ? Base.SD1 : Base.UNKNOWN;
  }
}
