package io.github.easel.weights;

/**
 * What a file is, as far as the names and shapes of its tensors tell.
 *
 * @param base the family of models that it is, or is for
 * @param inputChannels of the UNet's first layer: 4, 9 for inpainting, 8 for instruct-pix2pix; 0
 *     without a UNet
 * @param guidanceInput whether the UNet is told the guidance, as those of latent consistency models
 *     are
 * @param remark what it is in words, such as "a Flux model", if it is of no use here; else empty
 */
public record CheckpointFamily(
    Content content, Base base, int inputChannels, boolean guidanceInput, String remark) {

  /** Kinds of files. */
  public enum Content {
    /** A UNet with an autoencoder or a text encoder. */
    MODEL,
    /** A UNet alone. */
    UNET,
    VAE,
    /** An autoencoder of few layers for previews (TAESD). */
    TINY_VAE,
    TEXT_ENCODER,
    CONTROLNET,
    /** Differences of weights: LoRA, LoCon, LoHa, LoKr. */
    LORA,
    /** Textual inversion. */
    EMBEDDING,
    UNKNOWN
  }

  /** Families of models, whose parts do not fit those of another. */
  public enum Base {
    SD1("Stable Diffusion 1"),
    SD2("Stable Diffusion 2"),
    SDXL("SDXL"),
    SDXL_REFINER("SDXL's refiner"),
    /** It is for none of these, or does not tell. */
    UNKNOWN("an unknown model");

    private final String words;

    Base(String words) {
      this.words = words;
    }

    /** The family whose UNet attends to texts of that width; it is the text encoder's, mostly. */
    public static Base ofTextWidth(long width) {
      return switch ((int) Math.min(width, Integer.MAX_VALUE)) {
        case 768 -> SD1;
        case 1024 -> SD2;
        case 2048 -> SDXL;
        case 1280 -> SDXL_REFINER;
        default -> UNKNOWN;
      };
    }

    /** What people call it, in English. */
    public String words() {
      return words;
    }
  }

  /** Recognizes a file. */
  public static CheckpointFamily of(TensorFile file) {
    return new FamilyFinder(file).find();
  }

  /** A model that repaints by a mask, which it takes as further channels. */
  public boolean isInpainting() {
    return inputChannels == 9;
  }

  /** A model that follows instructions about a picture, which it takes as further channels. */
  public boolean isInstructed() {
    return inputChannels == 8;
  }
}
