package io.github.easel.generation;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left out to draw sooner. Everything in full is {@link #NONE}; the rest changes the
 * picture a little, and is recorded with it.
 *
 * @param guidedFrom the share of the steps after which guidance begins, 0 to 1
 * @param guidedUntil the share of the steps after which it ends, not below {@code guidedFrom}, to
 *     1; before and after, a step follows the prompt alone, which takes half the time (Kynkäänniemi
 *     et al. 2024, "Applying guidance in a limited interval")
 * @param deepEvery every how many calls the UNet's deep layers are computed, 1 to 10; between, the
 *     features they made last are used again (Ma et al. 2023, "DeepCache")
 * @param eightBits whether the UNet computes with whole numbers of 8 bits instead of floats of 32
 * @param tokenStride in the UNet's largest images, the distance of the pixels that others look at,
 *     1 (all) to 4 (Smith et al. 2024, "ToDo: token downsampling for efficient generation of
 *     high-resolution images")
 */
public record Economy(
    double guidedFrom, double guidedUntil, int deepEvery, boolean eightBits, int tokenStride) {

  /** Every step in full. */
  public static final Economy NONE = new Economy(0, 1, 1);

  public static final int MOST_DEEP_EVERY = 10;
  public static final int MOST_TOKEN_STRIDE = 4;

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?|\\.\\d+)";
  private static final Pattern SHARES =
      Pattern.compile("\\s*" + NUMBER + "\\s*-\\s*" + NUMBER + "\\s*");
  private static final Pattern LABEL =
      Pattern.compile(
          "guided ([^,]+), deep every (\\d{1,9})(, 8 bits)?(?:, token stride (\\d{1,9}))?",
          Pattern.CASE_INSENSITIVE);

  /** With floats that all look at all. */
  public Economy(double guidedFrom, double guidedUntil, int deepEvery) {
    this(guidedFrom, guidedUntil, deepEvery, false, 1);
  }

  public Economy {
    if (!(guidedFrom >= 0 && guidedFrom <= guidedUntil && guidedUntil <= 1)) {
      throw new RefusedValue(RefusedValue.Kind.GUIDED_STEPS, guidedFrom + "-" + guidedUntil);
    }
    if (deepEvery < 1 || deepEvery > MOST_DEEP_EVERY) {
      throw new RefusedValue(RefusedValue.Kind.DEEP_EVERY, deepEvery, MOST_DEEP_EVERY);
    }
    if (tokenStride < 1 || tokenStride > MOST_TOKEN_STRIDE) {
      throw new RefusedValue(RefusedValue.Kind.TOKEN_STRIDE, tokenStride, MOST_TOKEN_STRIDE);
    }
  }

  /**
   * The same with guidance in a part of the steps.
   *
   * @param shares two shares, as {@code 0-0.6}
   * @throws RefusedValue if it is no such text
   */
  public Economy guided(String shares) {
    Matcher matcher = SHARES.matcher(shares);
    if (!matcher.matches()) {
      throw new RefusedValue(RefusedValue.Kind.GUIDED_STEPS, shares);
    }
    return new Economy(
        Double.parseDouble(matcher.group(1)),
        Double.parseDouble(matcher.group(2)),
        deepEvery,
        eightBits,
        tokenStride);
  }

  /** The same with the deep layers in every so many calls. */
  public Economy withDeepEvery(int calls) {
    return new Economy(guidedFrom, guidedUntil, calls, eightBits, tokenStride);
  }

  /** The same with 8 bits, or without. */
  public Economy withEightBits(boolean wanted) {
    return new Economy(guidedFrom, guidedUntil, deepEvery, wanted, tokenStride);
  }

  /** The same with pixels that look at those at a distance. */
  public Economy withTokenStride(int pixels) {
    return new Economy(guidedFrom, guidedUntil, deepEvery, eightBits, pixels);
  }

  /**
   * Whether a step is guided.
   *
   * @param step from 1
   * @param steps in all
   */
  public boolean guides(int step, int steps) {
    double done = (step - 1) / (double) steps;
    return done >= guidedFrom && done < guidedUntil;
  }

  /** The shares as {@link #guided} reads them. */
  public String shares() {
    return PlainNumber.of(guidedFrom) + "-" + PlainNumber.of(guidedUntil);
  }

  /** As {@link #find} reads it, the same in every language; empty for {@link #NONE}. */
  public String label() {
    return equals(NONE)
        ? ""
        : "guided "
            + shares()
            + ", deep every "
            + deepEvery
            + (eightBits ? ", 8 bits" : "")
            + (tokenStride > 1 ? ", token stride " + tokenStride : "");
  }

  /** What a label says; {@link #NONE} for an empty one, nothing if it is none. */
  public static Optional<Economy> find(String label) {
    if (label.isBlank()) {
      return Optional.of(NONE);
    }
    Matcher matcher = LABEL.matcher(label.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          NONE.guided(matcher.group(1))
              .withDeepEvery(Integer.parseInt(matcher.group(2)))
              .withEightBits(matcher.group(3) != null)
              .withTokenStride(
                  Integer.parseInt(Objects.requireNonNullElse(matcher.group(4), "1"))));
    } catch (RefusedValue e) {
      return Optional.empty();
    }
  }
}
