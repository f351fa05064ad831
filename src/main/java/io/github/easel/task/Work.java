package io.github.easel.task;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ProgressListener;

/** What a job does when its turn comes. */
@FunctionalInterface
public interface Work {

  /**
   * Makes one picture and returns when it is finished.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be done or was cancelled
   */
  GenerationResult run(
      GenerationRequest request, ProgressListener progress, Cancellation cancellation);
}
