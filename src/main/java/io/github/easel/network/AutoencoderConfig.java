package io.github.easel.network;

import java.util.List;

/**
 * The numbers of an autoencoder, as in diffusers' {@code config.json} of AutoencoderKL.
 *
 * @param colours channels of a picture, 3
 * @param latentChannels 4
 * @param channels of each level, from the full size to the smallest
 * @param blocks residual blocks of a level in the encoder; one more in the decoder
 * @param normGroups groups of group norms
 * @param attends whether there is attention in the middle
 * @param encoderQuantized whether a convolution of single pixels ends the encoder ({@code
 *     use_quant_conv})
 * @param decoderQuantized whether one begins the decoder ({@code use_post_quant_conv})
 */
public record AutoencoderConfig(
    int colours,
    int latentChannels,
    List<Integer> channels,
    int blocks,
    int normGroups,
    boolean attends,
    boolean encoderQuantized,
    boolean decoderQuantized) {

  /** Of all its group norms. */
  static final double EPSILON = 1e-6;

  public AutoencoderConfig {
    channels = List.copyOf(channels);
    if (channels.isEmpty() || colours < 1 || latentChannels < 1 || blocks < 1 || normGroups < 1) {
      throw new IllegalArgumentException(
          "%d levels of %d blocks".formatted(channels.size(), blocks));
    }
  }

  int lowest() {
    return channels.get(channels.size() - 1);
  }

  ResidualBlock residual(int in, int out) {
    return new ResidualBlock(in, out, 0, normGroups, EPSILON);
  }

  /** The middle of encoder and decoder: attention of one head between two residual blocks. */
  <V> V middle(Layers<V> block, V image) {
    V x = residual(lowest(), lowest()).through(block.in("resnets", 0), image, image);
    if (attends) {
      x = attention(block.in("attentions", 0), x);
    }
    return residual(lowest(), lowest()).through(block.in("resnets", 1), x, x);
  }

  private <V> V attention(Layers<V> attention, V image) {
    Operations<V> operations = attention.operations();
    int width = lowest();
    V x = operations.toTokens(attention.groupNorm(image, "group_norm", width, normGroups, EPSILON));
    V attended =
        operations.attention(
            attention.linear(x, "to_q", width, width),
            attention.linear(x, "to_k", width, width),
            attention.linear(x, "to_v", width, width),
            1,
            false);
    V projected = attention.linear(attended, "to_out.0", width, width);
    return operations.add(operations.toImage(projected, image), image);
  }

  /** The norm, activation and convolution at the end of encoder and decoder. */
  <V> V end(Layers<V> coder, V image, int in, int out) {
    V x = coder.silu(coder.groupNorm(image, "conv_norm_out", in, normGroups, EPSILON));
    return coder.convolution(x, "conv_out", in, out);
  }
}
