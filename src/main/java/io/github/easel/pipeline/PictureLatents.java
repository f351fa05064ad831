package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelSettings;
import io.github.easel.runtime.Engine;
import io.github.easel.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures as a model's denoiser sees them, without noise. */
public final class PictureLatents {

  private PictureLatents() {}

  /**
   * The means of their latents, scaled.
   *
   * @param pictures of sides that the model can draw
   * @throws io.github.easel.generation.GenerationException {@code MODEL_...}, NO_IMAGE_ENCODER,
   *     CANCELLED
   */
  public static List<FloatTensor> of(
      ModelPackage model, Engine engine, List<PixelImage> pictures, Cancellation cancellation) {
    ModelSettings settings = model.settings();
    int factor = settings.vaeFactor().orElse(ImageSize.LATENT_FACTOR);
    List<FloatTensor> all = new ArrayList<>();
    try (ImageEncoder encoder = new ImageEncoder(model.openImageEncoder(engine), factor)) {
      for (PixelImage picture : pictures) {
        FloatTensor mean = encoder.encode(picture, Optional.empty(), cancellation).mean();
        FloatTensor scaled = FloatTensor.zeros(mean.shape());
        for (int i = 0; i < mean.size(); i++) {
          double value = (mean.get(i) - settings.shiftFactor()) * settings.scalingFactor();
          scaled.set(i, (float) value);
        }
        all.add(scaled);
      }
    }
    return all;
  }
}
