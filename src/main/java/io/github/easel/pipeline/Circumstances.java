package io.github.easel.pipeline;

import io.github.easel.generation.ImageSize;
import io.github.easel.tensor.FloatTensor;
import java.util.List;

/**
 * What the UNet is told of a picture beside its texts, from the first step to the last.
 *
 * @param size of the picture in pixels
 * @param guidanceScale for models that have learned to follow it by themselves
 * @param against how many samples, the first ones of a batch, stand for the negative prompt
 * @param beside what each sample of the batch has beside its latents, [1, channels, height, width];
 *     empty for models that see nothing there
 * @param tokenStride between the pixels that others look at in large images, 1 for all
 */
record Circumstances(
    ImageSize size, double guidanceScale, int against, List<FloatTensor> beside, int tokenStride) {

  /** Where all pixels look at all. */
  Circumstances(ImageSize size, double guidanceScale, int against, List<FloatTensor> beside) {
    this(size, guidanceScale, against, beside, 1);
  }

  Circumstances {
    beside = List.copyOf(beside);
  }
}
