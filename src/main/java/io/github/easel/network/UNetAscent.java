package io.github.easel.network;

import io.github.easel.network.UNetConfig.Level;
import java.util.Deque;
import java.util.List;

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
    return net.operations().part(List.of(x), from -> latents(net, channels, from.get(0)));
  }

  private <V> V latents(Layers<V> net, int channels, V image) {
    V normed =
        net.groupNorm(image, "conv_norm_out", channels, config.normGroups(), config.normEpsilon());
    return net.convolution(net.silu(normed), "conv_out", channels, config.outChannels());
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
    ResidualBlock residual = trunk.residual(stream + channels, level);
    Layers<V> own = block.in("resnets", layer);
    V made =
        block
            .operations()
            .part(
                List.of(image, skip, time),
                from ->
                    residual.through(
                        own, own.concatenateChannels(from.get(0), from.get(1)), from.get(2)));
    return trunk.attended(block, layer, level.transformersUp(), level, made, context);
  }

  /** A level's image in twice its size. */
  <V> V larger(Layers<V> net, int index, V image) {
    Layers<V> block = block(net, index);
    int channels = config.levels().get(index).channels();
    return block
        .operations()
        .part(
            List.of(image),
            from ->
                block.convolution(
                    block.operations().upsample(from.get(0)),
                    "upsamplers.0.conv",
                    channels,
                    channels));
  }

  /** Blocks are counted from the lowest level. */
  private <V> Layers<V> block(Layers<V> net, int index) {
    return net.in("up_blocks", config.levels().size() - 1 - index);
  }
}
