package io.github.easel.training;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.util.List;

/**
 * Why a training cannot be; the cause of a {@link GenerationException}. The kind and the details
 * make the sentence that the user reads; the message is English, for the log.
 */
public final class TrainingRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The reasons, each with what it is for the rest of the program. */
  public enum Kind {
    /** The model has two text encoders, as Stable Diffusion XL. Details: the model. */
    TWO_ENCODERS(Failure.MODEL_UNSUPPORTED, "%s has two text encoders"),
    /** The model has graphs in the place of weights (ONNX). Details: the model. */
    GRAPHS(Failure.MODEL_UNSUPPORTED, "%s holds graphs"),
    /** The model predicts neither noise nor velocity. Details: what it predicts. */
    PREDICTION(Failure.MODEL_UNSUPPORTED, "a model of %s"),
    /** PyTorch is not part of this installation. Details: none. */
    NO_ENGINE(Failure.DEVICE_UNAVAILABLE, "there is no PyTorch"),
    /** It does not fit. Details: GB that are needed, GB that are free. */
    MEMORY(Failure.OUT_OF_MEMORY, "training needs %s GB, %s are free");

    private final Failure failure;
    private final String english;

    Kind(Failure failure, String english) {
      this.failure = failure;
      this.english = english;
    }
  }

  private final Kind kind;

  // List.of makes serializable lists, which from Java 18 on the compiler wants the type to say.
  @SuppressWarnings("serial")
  private final List<String> details;

  private TrainingRefusal(Kind kind, List<String> details) {
    super(kind.english.formatted(details.toArray()));
    this.kind = kind;
    this.details = details;
  }

  /**
   * The failure that it is.
   *
   * @param details as the kind says
   */
  public static GenerationException of(Kind kind, String... details) {
    TrainingRefusal refusal = new TrainingRefusal(kind, List.of(details));
    return new GenerationException(
        kind.failure, "no training: " + refusal.getMessage(), refusal, details);
  }

  /** Which reason it is. */
  public Kind kind() {
    return kind;
  }

  /** What the kind's places are filled with. */
  public List<String> details() {
    return details;
  }
}
