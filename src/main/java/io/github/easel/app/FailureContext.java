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
 * @param keeping whether a finished picture was to be kept among the others
 */
public record FailureContext(
    Optional<GenerationRequest> request,
    Optional<ImageSize> modelSize,
    int multiple,
    List<ImageSize> fitting,
    String device,
    boolean keeping) {

  /** Nothing is known. */
  public static final FailureContext UNKNOWN =
      new FailureContext(
          Optional.empty(), Optional.empty(), ImageSize.LATENT_FACTOR, List.of(), "");

  /** A finished picture was to be kept among the others. */
  public static final FailureContext KEEPING =
      new FailureContext(
          Optional.empty(), Optional.empty(), ImageSize.LATENT_FACTOR, List.of(), "", true);

  /** What was going on when a picture was drawn, or planned. */
  public FailureContext(
      Optional<GenerationRequest> request,
      Optional<ImageSize> modelSize,
      int multiple,
      List<ImageSize> fitting,
      String device) {
    this(request, modelSize, multiple, fitting, device, false);
  }

  public FailureContext {
    fitting = List.copyOf(fitting);
  }
}
