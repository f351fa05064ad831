package io.github.easel.network.onnx;

/**
 * What one convolution takes and makes.
 *
 * @param in all that it was seen to take
 * @param out all that it was seen to make
 */
public record Observed(Span in, Span out) {

  /** What holds both. */
  public Observed with(Observed other) {
    return new Observed(in.with(other.in), out.with(other.out));
  }
}
