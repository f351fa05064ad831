package io.github.easel.training;

import io.github.easel.tensor.FloatTensor;
import java.util.List;

/**
 * A picture to learn from.
 *
 * @param latents [1, channels, height, width], scaled as the denoiser sees them
 * @param captions what it may be called, one of them at a time; at least one
 */
public record Example(FloatTensor latents, List<String> captions) {

  /** Checks that there is a caption. */
  public Example {
    captions = List.copyOf(captions);
    if (captions.isEmpty()) {
      throw new IllegalArgumentException("a picture without a caption");
    }
  }
}
