package io.github.easel.app;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.StepDetail;
import java.util.List;

/**
 * What was kept of a picture's way out of the noise.
 *
 * @param request what was asked for
 * @param steps calls of the network in their order, at least one; where all would take too much
 *     memory, every second or third, and the last. Their latents stay valid.
 */
public record RecordedRun(GenerationRequest request, List<StepDetail> steps) {

  /** Copies the list. */
  public RecordedRun {
    steps = List.copyOf(steps);
  }
}
