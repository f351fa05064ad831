package io.github.easel.network.onnx;

/**
 * What lies between the least and the greatest that a value was seen to be, and zero, in 256 steps.
 *
 * @param least at most 0
 * @param greatest at least 0
 */
public record Span(float least, float greatest) {

  private static final int STEPS = 255;
  private static final float NARROWEST = 1e-6f;

  /**
   * @throws IllegalArgumentException if a bound is not finite
   */
  public Span {
    if (!Float.isFinite(least) || !Float.isFinite(greatest)) {
      throw new IllegalArgumentException(least + " to " + greatest);
    }
    least = Math.min(0, least);
    greatest = Math.max(0, greatest);
  }

  /** What holds both. */
  public Span with(Span other) {
    return new Span(Math.min(least, other.least), Math.max(greatest, other.greatest));
  }

  /** Of one step. */
  float scale() {
    return Math.max(NARROWEST, greatest - least) / STEPS;
  }

  /** The step that zero is, 0 to 255. */
  int zero() {
    return Math.max(0, Math.min(STEPS, Math.round(-least / scale())));
  }
}
