package io.github.easel.generation;

/**
 * Seconds that each stage of a generation took.
 *
 * @param loading opening the model; 0 when it was open already
 * @param encoding the text encoder
 * @param sampling the whole loop
 * @param denoiser the part of {@code sampling} spent inside the UNet's own runs
 * @param decoding the VAE decoder
 */
public record Timings(
    double loading, double encoding, double sampling, double denoiser, double decoding) {

  public double total() {
    return loading + encoding + sampling + decoding;
  }
}
