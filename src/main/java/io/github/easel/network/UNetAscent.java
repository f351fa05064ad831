package io.github.easel.network;

import io.github.easel.network.UNetConfig.Level;
import java.util.Deque;

/** The way up of a {@link UNet}, and of the {@link UNetEnds} of one. */
record UNetAscent(UNetConfig config) {

  /** All layers of a level, from the image of the level below in this level's size. */
  <V> V level(Layers<V> net, int index, V image, V time, V context, Deque<V> skips) {
    return layers(net, index, 0, image, time, context, skips);
  }

  /** The layers of the first level but its first, and what makes latents of their image. */
  <V> V end(Layers<V> net, V deep, V time, V context, Deque<V> skips) {
    int channels = config.levels().get(0).channels();
    V x = layers(net, 0, 1, deep, time, context, skips);
    x =
        net.silu(
            net.groupNorm(x, "conv_norm_out", channels, config.normGroups(), config.normEpsilon()));
    return net.convolution(x, "conv_out", channels, config.outChannels());
  }

  private <V> V layers(
      Layers<V> net, int index, int first, V image, V time, V context, Deque<V> skips) {
    V x = image;
    for (int j = first; j <= config.levels().get(index).blocks(); j++) {
      x = layer(net, index, j, x, time, context, skips.pop());
    }
    return x;
  }

  /**
   * One layer of a level.
   *
   * @param layer from 0 to the level's blocks
   * @param skip the image of the way down that it reads again
   */
  <V> V layer(Layers<V> net, int index, int layer, V image, V time, V context, V skip) {
    UNetTrunk trunk = new UNetTrunk(config);
    Level level = config.levels().get(index);
    int last = config.levels().size() - 1;
    int before = config.levels().get(Math.min(last, index + 1)).channels();
    int below = config.levels().get(Math.max(0, index - 1)).channels();
    int stream = layer == 0 ? before : level.channels();
    int channels = layer == level.blocks() ? below : level.channels();
    Layers<V> block = block(net, index);
    V x = block.concatenateChannels(image, skip);
    x = trunk.residual(stream + channels, level).through(block.in("resnets", layer), x, time);
    return level.transformersUp() == 0
        ? x
        : trunk
            .transformer(level, level.transformersUp())
            .through(block.in("attentions", layer), x, context);
  }

  /** A level's image in twice its size. */
  <V> V larger(Layers<V> net, int index, V image) {
    Layers<V> block = block(net, index);
    int channels = config.levels().get(index).channels();
    return block.convolution(
        block.operations().upsample(image), "upsamplers.0.conv", channels, channels);
  }

  /** Blocks are counted from the lowest level. */
  private <V> Layers<V> block(Layers<V> net, int index) {
    return net.in("up_blocks", config.levels().size() - 1 - index);
  }
}
