package io.github.easel.network.onnx;

import io.github.easel.network.Parameter;

/**
 * How weights become whole numbers of 8 bits, and which do: those of convolutions of images and of
 * products with many rows. The first and the last convolution, the embedding of timesteps and the
 * reading of the text, which cost little, stay floats; so does what all of an image passes through,
 * as between sizes: rounded there, it stays grainy (32.7 instead of 39.8 dB on the starter model).
 */
final class EightBits {

  /**
   * The greatest of a weight. Processors without VNNI add two products of an activation (0 to 255)
   * and a weight in 16 bits, which hold 2 * 255 * 64; so 7 bits are made use of.
   */
  static final int MOST = 63;

  /** The least channels in and out: below, rounding costs as much time as it saves. */
  private static final int LEAST = 16;

  private EightBits() {}

  /** Whether a convolution is computed with 8 bits. */
  static boolean suitsConvolution(Parameter weight) {
    String name = weight.name();
    return !name.startsWith("conv_in.")
        && !name.startsWith("conv_out.")
        && !name.contains("samplers.")
        && !name.contains("conv_shortcut")
        && wide(weight);
  }

  /** Whether a product of many rows is. */
  static boolean suitsLinear(Parameter weight) {
    String name = weight.name();
    return !name.startsWith("time_")
        && !name.contains("time_emb_proj")
        && !name.startsWith("add_embedding")
        && !name.contains("attn2.to_k")
        && !name.contains("attn2.to_v")
        && wide(weight);
  }

  private static boolean wide(Parameter weight) {
    return weight.shape().axis(0) >= LEAST && weight.shape().axis(1) >= LEAST;
  }

  /** What the tensors of one weight are called: parts of one have names of their own. */
  static String key(Parameter weight) {
    return weight.isWhole() ? weight.name() : weight.name() + "." + weight.firstRow();
  }
}
