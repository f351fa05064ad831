package io.github.easel.model;

import io.github.easel.network.UNetConfig;
import io.github.easel.weights.CheckpointFamily.Base;

/**
 * The families of latent diffusion models, which differ in the text that their UNets attend to, and
 * what holds for all models of a family where no file says otherwise.
 */
enum ModelFamily {
  /** Stable Diffusion 1 and its descendants (Rombach et al. 2022). */
  ONE("Stable Diffusion 1.x", Base.SD1, 0.18215, 512),
  /** Stable Diffusion 2, trained at 512 pixels or, further, at 768. */
  TWO("Stable Diffusion 2.x", Base.SD2, 0.18215, 768),
  /** Stable Diffusion XL (Podell et al. 2023). */
  XL("Stable Diffusion XL", Base.SDXL, 0.13025, 1024),
  /** Its refiner. */
  REFINER("Stable Diffusion XL refiner", Base.SDXL_REFINER, 0.13025, 1024),
  /** Any other. */
  OTHER("Stable Diffusion", Base.UNKNOWN, 0.18215, 512);

  private static final int INPAINTING = 9;
  private static final int PICTURE_INSTRUCTED = 8;

  private final String words;
  private final Base base;
  private final double scalingFactor;
  private final int side;

  ModelFamily(String words, Base base, double scalingFactor, int side) {
    this.words = words;
    this.base = base;
    this.scalingFactor = scalingFactor;
    this.side = side;
  }

  /** The family of a UNet. */
  static ModelFamily of(UNetConfig unet) {
    Base base = Base.ofTextWidth(unet.contextWidth());
    for (ModelFamily family : values()) {
      if (family.base == base) {
        return family;
      }
    }
    return OTHER;
  }

  /** The family and kind in words, such as {@code Stable Diffusion 1.x, inpainting}. */
  static String words(UNetConfig unet) {
    ModelFamily family = of(unet);
    StringBuilder words = new StringBuilder(family.words);
    if (family == OTHER) {
      words.append(", text width ").append(unet.contextWidth());
    }
    if (unet.inChannels() == INPAINTING) {
      words.append(", inpainting");
    } else if (unet.inChannels() == PICTURE_INSTRUCTED) {
      words.append(", instructed by a picture (pix2pix)");
    } else if (unet.inChannels() != unet.outChannels()) {
      words.append(", ").append(unet.inChannels()).append(" channels");
    }
    if (unet.guidanceWidth() > 0) {
      words.append(", latent consistency");
    }
    return words.toString();
  }

  /** Latents are divided by this before they are decoded. */
  double scalingFactor() {
    return scalingFactor;
  }

  /** Pixels to a side of the pictures that it was trained with. */
  int side() {
    return side;
  }
}
