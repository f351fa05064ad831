package io.github.easel.generation;

import java.util.List;

/**
 * A finished picture.
 *
 * @param image the pixels
 * @param provenance how it was made
 * @param timings how long each stage took
 * @param notices what the user should know, such as words of the prompt that did not fit
 */
public record GenerationResult(
    PixelImage image, Provenance provenance, Timings timings, List<Notice> notices) {

  public GenerationResult {
    notices = List.copyOf(notices);
  }
}
