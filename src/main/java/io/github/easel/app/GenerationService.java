package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ProgressListener;

/** Makes pictures. */
public interface GenerationService {

  /**
   * Makes one picture and returns when it is finished; call it off the window's thread. Calls from
   * several threads wait for each other.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be done or was cancelled
   */
  GenerationResult generate(
      GenerationRequest request, ProgressListener progress, Cancellation cancellation);

  /**
   * Opens a model ahead of its first picture.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be used
   */
  void prepare(String model);

  /** Where pictures are made. */
  DeviceReport device();

  /** Closes the model that is open; the next picture opens it anew. */
  default void release() {
    // services that keep none open have nothing to close
  }
}
