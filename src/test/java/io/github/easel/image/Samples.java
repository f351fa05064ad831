package io.github.easel.image;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.util.Random;

/** Pictures and settings to write. */
final class Samples {

  private Samples() {}

  static Provenance provenance(String positive, String negative) {
    return new Provenance(
        new GenerationRequest(
            new Prompt(positive, negative),
            "starter",
            new ImageSize(256, 128),
            new Sampling(SamplerKind.DDIM, 20, 7.5),
            42),
        "starter",
        "0123456789",
        "torch-cpu",
        "ONNX Runtime 1.28.0 CPU",
        "Easel 0.1.0");
  }

  static PixelImage noise(int width, int height, long seed) {
    byte[] rgb = new byte[width * height * 3];
    new Random(seed).nextBytes(rgb);
    return PixelImage.of(width, height, rgb);
  }
}
