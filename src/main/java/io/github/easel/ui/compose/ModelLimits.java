package io.github.easel.ui.compose;

import io.github.easel.app.ModelService;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.SamplerKind;
import java.util.List;

/**
 * What a model can do.
 *
 * @param sizeMultiple pixels that the sides must be multiples of
 * @param mostClipSkip the most clip skip, 1 or more
 * @param samplers those that can draw with it
 */
record ModelLimits(int sizeMultiple, int mostClipSkip, List<SamplerKind> samplers) {

  /** As of most models, until their own limits are known. */
  static final ModelLimits USUAL =
      new ModelLimits(
          ImageSize.LATENT_FACTOR, PromptReading.MOST_CLIP_SKIP, SamplerKind.suitable(false));

  ModelLimits {
    samplers = List.copyOf(samplers);
  }

  /** The limits of a model; reads its files. */
  static ModelLimits of(ModelService models, String name) {
    return new ModelLimits(
        models.sizeMultiple(name), models.mostClipSkip(name), models.samplers(name));
  }
}
