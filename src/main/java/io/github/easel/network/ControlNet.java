package io.github.easel.network;

import io.github.easel.network.Input.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A copy of a {@link UNet}'s way down that also sees a picture, such as edges or depth, and says
 * what to add to the UNet's own images (Zhang, Rao and Agrawala 2023): diffusers' ControlNetModel.
 *
 * <p>Inputs as of the UNet, and {@code controlnet_cond} [batch, 3, factor x height, factor x
 * width], 0 to 1. Outputs {@code down_residual_0} and so on, one for each image of the way down,
 * and {@code mid_residual}: what a UNet that is controlled takes under these names, each times the
 * strength that is wished for.
 *
 * @param config of the UNet that it was copied from
 * @param colours channels of the picture, 3
 * @param embedding channels of the layers that make the picture as small as latents; each but the
 *     last is halved to the next ({@code conditioning_embedding_out_channels})
 */
public record ControlNet(UNetConfig config, int colours, List<Integer> embedding)
    implements Network {

  /** What is added to the smallest image after the middle. */
  static final String MIDDLE = "mid_residual";

  private static final String PICTURE = "controlnet_cond";

  /** Checks that there are layers for the picture. */
  public ControlNet {
    embedding = List.copyOf(embedding);
    if (embedding.isEmpty() || colours < 1) {
      throw new IllegalArgumentException(
          "%d layers for %d colours".formatted(embedding.size(), colours));
    }
  }

  /** What is added to one of the images of the way down, counted from 0. */
  static String down(int index) {
    return "down_residual_" + index;
  }

  @Override
  public List<Input> inputs() {
    List<Input> inputs = new ArrayList<>(new UNetTrunk(config).inputs());
    inputs.add(
        Input.floats(
            PICTURE,
            Axis.free("batch"),
            Axis.of(colours),
            Axis.free("picture_height"),
            Axis.free("picture_width")));
    return inputs;
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    UNetTrunk trunk = new UNetTrunk(config);
    Layers<V> net = new Layers<>(operations, "");
    V context = trunk.context(inputs);
    V time = trunk.time(net, inputs);
    V picture = picture(net.in("controlnet_cond_embedding"), Network.value(inputs, PICTURE));
    V begun = net.add(trunk.begin(net, inputs), picture);
    List<V> images = trunk.down(net, begun, time, context);
    List<Integer> widths = trunk.widths();
    Map<String, V> outputs = new LinkedHashMap<>();
    for (int i = 0; i < images.size(); i++) {
      int width = widths.get(i);
      outputs.put(
          down(i), net.pointwise(images.get(i), "controlnet_down_blocks." + i, width, width));
    }
    V middle = trunk.middle(net, images.get(images.size() - 1), time, context);
    int lowest = config.lowest().channels();
    outputs.put(MIDDLE, net.pointwise(middle, "controlnet_mid_block", lowest, lowest));
    return outputs;
  }

  private <V> V picture(Layers<V> layers, V picture) {
    V x = layers.silu(layers.convolution(picture, "conv_in", colours, embedding.get(0)));
    for (int i = 0; i < embedding.size() - 1; i++) {
      int in = embedding.get(i);
      int out = embedding.get(i + 1);
      x = layers.silu(layers.convolution(x, "blocks." + 2 * i, in, in));
      String halving = "blocks." + (2 * i + 1);
      x = layers.silu(layers.convolution(x, halving, in, out, 2, Padding.ONE));
    }
    int last = embedding.get(embedding.size() - 1);
    return layers.convolution(x, "conv_out", last, config.levels().get(0).channels());
  }
}
