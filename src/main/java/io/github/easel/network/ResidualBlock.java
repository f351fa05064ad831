package io.github.easel.network;

/**
 * A residual block (He et al. 2016) of two convolutions, as UNet and autoencoder have it.
 *
 * @param in channels
 * @param out channels
 * @param timeWidth width of the timestep's embedding that is added between the two; 0 for none
 * @param groups of its group norms
 * @param epsilon of its group norms
 */
record ResidualBlock(int in, int out, int timeWidth, int groups, double epsilon) {

  /**
   * The image after it.
   *
   * @param time the timestep's embedding after its activation; not read where the width is 0
   */
  <V> V through(Layers<V> block, V image, V time) {
    V x = block.silu(block.groupNorm(image, "norm1", in, groups, epsilon));
    x = block.convolution(x, "conv1", in, out);
    if (timeWidth > 0) {
      V shift = block.linear(time, "time_emb_proj", timeWidth, out);
      x = block.operations().addToChannels(x, shift);
    }
    x = block.silu(block.groupNorm(x, "norm2", out, groups, epsilon));
    x = block.convolution(x, "conv2", out, out);
    V shortcut = in == out ? image : block.pointwise(image, "conv_shortcut", in, out);
    return block.add(shortcut, x);
  }
}
