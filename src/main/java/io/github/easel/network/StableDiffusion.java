package io.github.easel.network;

import io.github.easel.network.UNetConfig.Level;
import io.github.easel.network.UNetConfig.Micro;
import java.util.List;
import java.util.Optional;

/**
 * The networks of a published family, with the numbers that its makers gave them.
 *
 * @param text the text encoder that gives states; of XL, the first of two
 * @param second the one that XL has beside it
 * @param unet the denoiser
 * @param autoencoder between pixels and latents
 */
public record StableDiffusion(
    ClipTextEncoder text,
    Optional<ClipTextEncoder> second,
    UNetConfig unet,
    AutoencoderConfig autoencoder) {

  private static final int VOCABULARY = 49408;
  private static final int TOKENS = 77;
  private static final int GREATEST_ID = -1;

  /** OpenAI's CLIP ViT-L/14 (Radford et al. 2021, table 20). */
  public static final ClipConfig CLIP_L =
      new ClipConfig(768, 3072, 12, 12, Activation.QUICK_GELU, 1e-5, 768);

  /** OpenCLIP ViT-H/14 without its last layer, as Stable Diffusion 2 uses it. */
  public static final ClipConfig OPEN_CLIP_H =
      new ClipConfig(1024, 4096, 23, 16, Activation.GELU, 1e-5, 1024);

  /** OpenCLIP ViT-bigG/14. */
  public static final ClipConfig OPEN_CLIP_BIG_G =
      new ClipConfig(1280, 5120, 32, 20, Activation.GELU, 1e-5, 1280);

  /** The autoencoder of all of them (Rombach et al. 2022, table 8, f = 8). */
  public static final AutoencoderConfig AUTOENCODER =
      new AutoencoderConfig(3, 4, List.of(128, 256, 512, 512), 2, 32, true, true, true);

  /** Stable Diffusion 1.x: 860 million parameters in the UNet. */
  public static StableDiffusion v1() {
    List<Level> levels =
        List.of(level(320, 1, 8), level(640, 1, 8), level(1280, 1, 8), level(1280, 0, 8));
    return new StableDiffusion(
        new ClipTextEncoder(CLIP_L, VOCABULARY, TOKENS, GREATEST_ID, 0, true, false),
        Optional.empty(),
        unet(levels, 1, 768, Micro.NONE),
        AUTOENCODER);
  }

  /** Stable Diffusion 2.x: 866 million parameters in the UNet. */
  public static StableDiffusion v2() {
    List<Level> levels =
        List.of(level(320, 1, 5), level(640, 1, 10), level(1280, 1, 20), level(1280, 0, 20));
    return new StableDiffusion(
        new ClipTextEncoder(OPEN_CLIP_H, VOCABULARY, TOKENS, GREATEST_ID, 0, true, false),
        Optional.empty(),
        unet(levels, 1, 1024, Micro.NONE),
        AUTOENCODER);
  }

  /** Stable Diffusion XL (Podell et al. 2023, table 1): 2.6 billion parameters in the UNet. */
  public static StableDiffusion xl() {
    List<Level> levels = List.of(level(320, 0, 5), level(640, 2, 10), level(1280, 10, 20));
    return new StableDiffusion(
        new ClipTextEncoder(CLIP_L, VOCABULARY, TOKENS, GREATEST_ID, 1, false, false),
        Optional.of(
            new ClipTextEncoder(OPEN_CLIP_BIG_G, VOCABULARY, TOKENS, GREATEST_ID, 1, false, true)),
        unet(levels, 10, 2048, new Micro(6, 256, 1280)),
        AUTOENCODER);
  }

  private static Level level(int channels, int transformers, int heads) {
    return new Level(channels, 2, transformers, transformers, heads);
  }

  private static UNetConfig unet(List<Level> levels, int middle, int width, Micro micro) {
    return new UNetConfig(4, 4, levels, middle, width, 32, 1e-5, true, 0, 0, micro);
  }
}
