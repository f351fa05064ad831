package io.github.easel.app;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import java.util.List;
import java.util.Optional;

/**
 * What was going on when something failed.
 *
 * @param request the picture that failed, if it was one
 * @param modelSize the size that its model was trained for, where it is known
 * @param multiple pixels that the sides of its pictures must be multiples of
 * @param fitting sizes of which the same model drew pictures on this computer
 * @param device where pictures are made; empty while that is unknown
 * @param noModel whether no model is at hand that could be chosen instead
 */
public record FailureContext(
    Optional<GenerationRequest> request,
    Optional<ImageSize> modelSize,
    int multiple,
    List<ImageSize> fitting,
    String device,
    boolean noModel) {

  /** Nothing is known. */
  public static final FailureContext UNKNOWN =
      new FailureContext(
          Optional.empty(), Optional.empty(), ImageSize.LATENT_FACTOR, List.of(), "");

  /** There is nothing to draw with. */
  public static final FailureContext NO_MODEL =
      new FailureContext(
          Optional.empty(), Optional.empty(), ImageSize.LATENT_FACTOR, List.of(), "", true);

  public FailureContext {
    fitting = List.copyOf(fitting);
  }

  /** A moment in which there are models. */
  public FailureContext(
      Optional<GenerationRequest> request,
      Optional<ImageSize> modelSize,
      int multiple,
      List<ImageSize> fitting,
      String device) {
    this(request, modelSize, multiple, fitting, device, false);
  }
}
