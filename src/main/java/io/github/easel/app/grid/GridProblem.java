package io.github.easel.app.grid;

import io.github.easel.generation.RefusedValue;
import java.util.List;
import java.util.Optional;

/** A grid that cannot be drawn as it was asked for; {@link GridTexts} has the sentence. */
public final class GridProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    /** An axis is no {@code field=values}. Details: the text. */
    NO_AXIS,
    /** No field is called so. Details: the name, the names that there are. */
    UNKNOWN_FIELD,
    /** Two axes change the same. Details: the field. */
    TWICE,
    /** An axis has no values. Details: the field. */
    NO_VALUES,
    /** An axis has too many values. Details: the field, how many, the most. */
    TOO_MANY_VALUES,
    /** Quotes are not closed. Details: the text. */
    OPEN_QUOTES,
    /** A value is no number. Details: the field, the value. */
    NO_NUMBER,
    /** Nothing is called so. Details: the field, the value, the names that there are. */
    UNKNOWN_VALUE,
    /** A value is out of range; {@link GridProblem#refused} says which. */
    VALUE_REFUSED,
    /** Variation seeds change nothing without a strength. */
    NO_STRENGTH,
    /** Strengths change nothing without a picture to begin with. */
    NO_SOURCE,
    /** Words to be replaced are not in the prompts. Details: the words. */
    NOT_IN_PROMPT,
    /** There would be too many pictures. Details: how many, the most. */
    TOO_MANY_PICTURES,
    /** The sheet would be too large. Details: width, height, the longest side, megapixels. */
    SHEET_TOO_LARGE
  }

  private final Kind kind;

  // List.of makes serializable lists, which from Java 18 on the compiler wants the type to say.
  @SuppressWarnings("serial")
  private final List<String> details;

  GridProblem(Kind kind, String... details) {
    super(kind + " " + List.of(details));
    this.kind = kind;
    this.details = List.of(details);
  }

  GridProblem(RefusedValue refused) {
    super(refused.getMessage(), refused);
    this.kind = Kind.VALUE_REFUSED;
    this.details = List.of();
  }

  /** The value that {@link Kind#VALUE_REFUSED} is about. */
  Optional<RefusedValue> refused() {
    return getCause() instanceof RefusedValue refused ? Optional.of(refused) : Optional.empty();
  }

  public Kind kind() {
    return kind;
  }

  public List<String> details() {
    return details;
  }
}
