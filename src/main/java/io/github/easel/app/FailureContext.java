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
 * @param moment what was going on
 */
public record FailureContext(
    Optional<GenerationRequest> request,
    Optional<ImageSize> modelSize,
    int multiple,
    List<ImageSize> fitting,
    String device,
    Moment moment) {

  /** What was going on. */
  public enum Moment {
    /** A picture was drawn, or planned. */
    DRAWING,
    /** A finished picture was to be kept among the others. */
    KEEPING,
    /** There was nothing to draw with. */
    NO_MODEL
  }

  /** Nothing is known. */
  public static final FailureContext UNKNOWN =
      new FailureContext(
          Optional.empty(), Optional.empty(), ImageSize.LATENT_FACTOR, List.of(), "");

  /** There is nothing to draw with. */
  public static final FailureContext NO_MODEL = UNKNOWN.at(Moment.NO_MODEL);

  /** A finished picture was to be kept among the others. */
  public static final FailureContext KEEPING = UNKNOWN.at(Moment.KEEPING);

  public FailureContext {
    fitting = List.copyOf(fitting);
  }

  /** What was going on when a picture was drawn, or planned. */
  public FailureContext(
      Optional<GenerationRequest> request,
      Optional<ImageSize> modelSize,
      int multiple,
      List<ImageSize> fitting,
      String device) {
    this(request, modelSize, multiple, fitting, device, Moment.DRAWING);
  }

  private FailureContext at(Moment other) {
    return new FailureContext(request, modelSize, multiple, fitting, device, other);
  }
}
