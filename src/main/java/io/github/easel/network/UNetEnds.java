package io.github.easel.network;

import io.github.easel.network.Input.Axis;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The first and the last layers of a {@link UNet}, which go on from what its deep layers made at a
 * time before: those change little from one step to the next (Ma, Fang and Wang 2023, "DeepCache:
 * accelerating diffusion models for free", with its first branch).
 *
 * <p>Inputs as of the {@link UNet}, and {@code deep_features} [batch, first level's channels,
 * height, width]. Output {@code out_sample} [batch, channels, height, width]. Its parameters are
 * some of the UNet's, under their names.
 *
 * @param strided as of the UNet
 */
public record UNetEnds(UNetConfig config, boolean strided) implements Network {

  /** Those of a UNet whose pixels look at all others. */
  public UNetEnds(UNetConfig config) {
    this(config, false);
  }

  @Override
  public List<Input> inputs() {
    List<Input> inputs = new ArrayList<>(new UNetTrunk(config).inputs());
    if (strided) {
      inputs.add(UNetTrunk.stride());
    }
    inputs.add(
        Input.floats(
            UNet.DEEP,
            Axis.free("batch"),
            Axis.of(config.levels().get(0).channels()),
            Axis.free("height"),
            Axis.free("width")));
    return inputs;
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    UNetTrunk trunk = new UNetTrunk(config);
    Layers<V> net = UNetTrunk.layers(operations, inputs);
    V context = trunk.context(inputs);
    V time = trunk.time(net, inputs);
    Deque<V> skips = new ArrayDeque<>();
    skips.push(trunk.begin(net, inputs));
    for (int j = 0; j < config.levels().get(0).blocks() - 1; j++) {
      skips.push(trunk.layer(net, 0, j, skips.element(), time, context));
    }
    V deep = Network.value(inputs, UNet.DEEP);
    return Map.of("out_sample", new UNetAscent(config).end(net, deep, time, context, skips));
  }
}
