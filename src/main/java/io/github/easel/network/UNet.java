package io.github.easel.network;

import io.github.easel.network.Input.Axis;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
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
 * Outputs {@code out_sample} [batch, channels, height, width] and {@code deep_features}, which
 * {@link UNetEnds} can go on from.
 *
 * @param controlled whether what a {@link ControlNet} makes is added on its way
 * @param strided whether it also takes {@code token_stride} [1], a whole number: in the largest
 *     images that attend, pixels look at those in every so manieth row and column only (Smith,
 *     Saxena and Saha 2024, "ToDo: token downsampling for efficient generation of high-resolution
 *     images")
 */
public record UNet(UNetConfig config, boolean controlled, boolean strided) implements Network {

  /** The output of all layers but the last of the way up, [batch, first level's, height, width]. */
  static final String DEEP = "deep_features";

  /** One that no control net leads. */
  public UNet(UNetConfig config) {
    this(config, false);
  }

  /** One whose pixels look at all others. */
  public UNet(UNetConfig config, boolean controlled) {
    this(config, controlled, false);
  }

  /** One that no control net leads, and that takes a stride. */
  public static UNet strided(UNetConfig config) {
    return new UNet(config, false, true);
  }

  @Override
  public List<Input> inputs() {
    UNetTrunk trunk = new UNetTrunk(config);
    List<Input> inputs = new ArrayList<>(trunk.inputs());
    if (strided) {
      inputs.add(UNetTrunk.stride());
    }
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
    Layers<V> net = UNetTrunk.layers(operations, inputs);
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
    UNetAscent ascent = new UNetAscent(config);
    for (int i = config.levels().size() - 1; i > 0; i--) {
      x = ascent.larger(net, i, ascent.level(net, i, x, time, context, skips));
    }
    V deep = ascent.layer(net, 0, 0, x, time, context, skips.pop());
    Map<String, V> outputs = new LinkedHashMap<>();
    outputs.put("out_sample", ascent.end(net, deep, time, context, skips));
    outputs.put(DEEP, deep);
    return outputs;
  }

  private static <V> V added(Layers<V> net, V image, V control) {
    return net.operations()
        .part(List.of(image, control), from -> net.add(from.get(0), from.get(1)));
  }
}
