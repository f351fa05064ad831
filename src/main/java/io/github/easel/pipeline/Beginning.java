package io.github.easel.pipeline;

import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.Retouch;
import io.github.easel.tensor.FloatTensor;
import java.util.List;
import java.util.Optional;

/**
 * What one picture's sampling begins with and is held to.
 *
 * @param latents [1, 4, height, width], noised as the first call wants them
 * @param first the sampler's first call
 * @param hold keeps what is not painted anew
 * @param beside what an inpainting model, or one that changes pictures, sees beside the latents
 * @param retouch the source's way to the latents and back, if there is a source
 * @param notices what the user should know of it
 */
record Beginning(
    FloatTensor latents,
    int first,
    StepHold hold,
    Optional<FloatTensor> beside,
    Optional<Retouch> retouch,
    List<Notice> notices) {

  /** The picture that was asked for, of what was drawn. */
  PixelImage finish(PixelImage drawn) {
    return retouch.map(way -> way.finish(drawn)).orElse(drawn);
  }
}
