package io.github.easel.network;

import io.github.easel.network.Input.Axis;
import io.github.easel.network.UNetConfig.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The denoiser of latent diffusion (Ronneberger et al. 2015; Rombach et al. 2022): diffusers'
 * UNet2DConditionModel.
 *
 * <p>Inputs {@code sample} [batch, channels, height, width], {@code timestep} [1 or batch], {@code
 * encoder_hidden_states} [batch, tokens, width]; Stable Diffusion XL also {@code text_embeds}
 * [batch, width] and {@code time_ids} [batch, numbers], latent consistency models {@code
 * timestep_cond} [batch, width]; where it is controlled, the outputs of a {@link ControlNet} too.
 * Output {@code out_sample} [batch, channels, height, width].
 *
 * @param controlled whether what a {@link ControlNet} makes is added on its way
 */
public record UNet(UNetConfig config, boolean controlled) implements Network {

  /** One that no control net leads. */
  public UNet(UNetConfig config) {
    this(config, false);
  }

  @Override
  public List<Input> inputs() {
    UNetTrunk trunk = new UNetTrunk(config);
    List<Input> inputs = new ArrayList<>(trunk.inputs());
    if (controlled) {
      List<Integer> widths = trunk.widths();
      for (int i = 0; i < widths.size(); i++) {
        inputs.add(residual(ControlNet.down(i), widths.get(i)));
      }
      inputs.add(residual(ControlNet.MIDDLE, config.lowest().channels()));
    }
    return inputs;
  }

  /** Its sides are named after it: they are those of its level. */
  private static Input residual(String name, int channels) {
    return Input.floats(
        name,
        Axis.free("batch"),
        Axis.of(channels),
        Axis.free(name + "_height"),
        Axis.free(name + "_width"));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    UNetTrunk trunk = new UNetTrunk(config);
    Layers<V> net = new Layers<>(operations, "");
    V context = trunk.context(inputs);
    V time = trunk.time(net, inputs);
    List<V> images = trunk.down(net, trunk.begin(net, inputs), time, context);
    V x = trunk.middle(net, images.get(images.size() - 1), time, context);
    if (controlled) {
      x = added(net, x, Network.value(inputs, ControlNet.MIDDLE));
    }
    Deque<V> skips = new ArrayDeque<>();
    for (int i = 0; i < images.size(); i++) {
      V image = images.get(i);
      skips.push(controlled ? added(net, image, Network.value(inputs, ControlNet.down(i))) : image);
    }
    for (int i = config.levels().size() - 1; i >= 0; i--) {
      x = up(net.in("up_blocks", config.levels().size() - 1 - i), i, x, time, context, skips);
    }
    return Map.of(
        "out_sample",
        operations.part(List.of(x), from -> end(net, trunk.channels(0), from.get(0))));
  }

  private static <V> V added(Layers<V> net, V image, V control) {
    return net.operations()
        .part(List.of(image, control), from -> net.add(from.get(0), from.get(1)));
  }

  private <V> V end(Layers<V> net, int channels, V image) {
    V normed =
        net.groupNorm(image, "conv_norm_out", channels, config.normGroups(), config.normEpsilon());
    return net.convolution(net.silu(normed), "conv_out", channels, config.outChannels());
  }

  private <V> V up(Layers<V> block, int index, V image, V time, V context, Deque<V> skips) {
    UNetTrunk trunk = new UNetTrunk(config);
    Level level = config.levels().get(index);
    int last = config.levels().size() - 1;
    int before = config.levels().get(Math.min(last, index + 1)).channels();
    int below = config.levels().get(Math.max(0, index - 1)).channels();
    V x = image;
    for (int j = 0; j <= level.blocks(); j++) {
      int stream = j == 0 ? before : level.channels();
      int skip = j == level.blocks() ? below : level.channels();
      ResidualBlock residual = trunk.residual(stream + skip, level);
      Layers<V> own = block.in("resnets", j);
      V made =
          block
              .operations()
              .part(
                  List.of(x, skips.pop(), time),
                  from ->
                      residual.through(
                          own, own.concatenateChannels(from.get(0), from.get(1)), from.get(2)));
      x = trunk.attended(block, j, level.transformersUp(), level, made, context);
    }
    if (index > 0) {
      x = block.operations().part(List.of(x), from -> larger(block, level, from.get(0)));
    }
    return x;
  }

  private static <V> V larger(Layers<V> block, Level level, V image) {
    V larger = block.operations().upsample(image);
    return block.convolution(larger, "upsamplers.0.conv", level.channels(), level.channels());
  }
}
