package io.github.easel.network;

import io.github.easel.network.Input.Axis;
import io.github.easel.network.UNetConfig.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@link UNet} and its {@link ControlNet}s share: the way down, and what leads it. */
record UNetTrunk(UNetConfig config) {

  private static final String SAMPLE = "sample";
  private static final String TIME = "timestep";
  private static final String CONTEXT = "encoder_hidden_states";
  private static final String POOLED = "text_embeds";
  private static final String MICRO = "time_ids";
  private static final String GUIDANCE = "timestep_cond";
  private static final String STRIDE = "token_stride";

  /** Latents, timestep, text, and what else the numbers ask for. */
  List<Input> inputs() {
    Axis batch = Axis.free("batch");
    List<Input> inputs = new ArrayList<>();
    inputs.add(Input.image(SAMPLE, config.inChannels()));
    inputs.add(Input.floats(TIME, Axis.free("steps")));
    inputs.add(Input.floats(CONTEXT, batch, Axis.free("tokens"), Axis.of(config.contextWidth())));
    if (config.micro().numbers() > 0) {
      inputs.add(Input.floats(POOLED, batch, Axis.of(config.micro().pooledWidth())));
      inputs.add(Input.floats(MICRO, batch, Axis.of(config.micro().numbers())));
    }
    if (config.guidanceWidth() > 0) {
      inputs.add(Input.floats(GUIDANCE, batch, Axis.of(config.guidanceWidth())));
    }
    return inputs;
  }

  /** The latents after the first convolution. */
  <V> V begin(Layers<V> net, Map<String, V> inputs) {
    return net.operations()
        .part(
            List.of(Network.value(inputs, SAMPLE)),
            from -> {
              int channels = channels(0);
              V begun = net.convolution(from.get(0), "conv_in", config.inChannels(), channels);
              return located(net, begun, 0);
            });
  }

  /** An image whose pixels are told where they are, if the numbers ask for it. */
  private <V> V located(Layers<V> net, V image, int level) {
    int waves = config.extras().placeWaves();
    if (waves == 0) {
      return image;
    }
    V places = net.operations().places(image, waves);
    int width = channels(Math.max(0, level - 1));
    return net.add(
        image, net.pointwise(places, "place_embedding." + level, (long) waves * waves, width));
  }

  /** The text. */
  <V> V context(Map<String, V> inputs) {
    return Network.value(inputs, CONTEXT);
  }

  /** The embedding of timestep and numbers, after the activation that every block begins with. */
  <V> V time(Layers<V> net, Map<String, V> inputs) {
    List<String> names = new ArrayList<>();
    List<V> values = new ArrayList<>();
    for (Input input : inputs()) {
      if (!input.name().equals(SAMPLE)) {
        names.add(input.name());
        values.add(Network.value(inputs, input.name()));
      }
    }
    return net.operations()
        .part(
            values,
            from -> {
              Map<String, V> read = new HashMap<>();
              for (int i = 0; i < names.size(); i++) {
                read.put(names.get(i), from.get(i));
              }
              return net.silu(embedding(net, read));
            });
  }

  private <V> V embedding(Layers<V> net, Map<String, V> inputs) {
    Operations<V> operations = net.operations();
    int width = channels(0);
    V sinusoids = sinusoids(operations, Network.value(inputs, TIME), width);
    Layers<V> layers = net.in("time_embedding");
    if (config.guidanceWidth() > 0) {
      V guidance = Network.value(inputs, GUIDANCE);
      sinusoids =
          net.add(
              sinusoids,
              layers.linearWithoutBias(guidance, "cond_proj", config.guidanceWidth(), width));
    }
    V time = perceptron(layers, sinusoids, width);
    if (config.extras().textLast()) {
      V last = operations.tokenAt(context(inputs), -1);
      time =
          net.add(
              time, net.linear(last, "add_embedding", config.contextWidth(), config.timeWidth()));
    }
    if (config.micro().numbers() == 0) {
      return time;
    }
    V numbers = sinusoids(operations, Network.value(inputs, MICRO), config.micro().width());
    V all = net.concatenateChannels(Network.value(inputs, POOLED), operations.flatten(numbers));
    return net.add(time, perceptron(net.in("add_embedding"), all, config.micro().inputWidth()));
  }

  private <V> V sinusoids(Operations<V> operations, V numbers, int width) {
    return operations.sinusoids(numbers, width, config.cosineFirst(), config.frequencyShift());
  }

  private <V> V perceptron(Layers<V> layers, V x, int in) {
    int out = config.timeWidth();
    return layers.linear(layers.silu(layers.linear(x, "linear_1", in, out)), "linear_2", out, out);
  }

  /** All images that the way up reads again, first to last; the last is the smallest. */
  <V> List<V> down(Layers<V> net, V first, V time, V context) {
    List<V> images = new ArrayList<>();
    images.add(first);
    for (int i = 0; i < config.levels().size(); i++) {
      V image = images.get(images.size() - 1);
      int level = i;
      V begun =
          i == 0
              ? image
              : net.operations().part(List.of(image), from -> located(net, from.get(0), level));
      down(net, i, begun, images, time, context);
    }
    return images;
  }

  private <V> void down(Layers<V> net, int index, V begun, List<V> images, V time, V context) {
    int channels = channels(index);
    V x = begun;
    for (int j = 0; j < config.levels().get(index).blocks(); j++) {
      x = layer(net, index, j, x, time, context);
      images.add(x);
    }
    if (index < config.levels().size() - 1) {
      Layers<V> block = net.in("down_blocks", index);
      images.add(
          block
              .operations()
              .part(
                  List.of(x),
                  from ->
                      block.convolution(
                          from.get(0), "downsamplers.0.conv", channels, channels, 2, Padding.ONE)));
    }
  }

  /** One layer of a level of the way down. */
  <V> V layer(Layers<V> net, int index, int layer, V image, V time, V context) {
    Level level = config.levels().get(index);
    int in = layer == 0 ? channels(Math.max(0, index - 1)) : level.channels();
    Layers<V> block = net.in("down_blocks", index);
    return step(
        block, layer, residual(in, level), level.transformers(), level, image, time, context);
  }

  /** A residual block and, where there are any, transformers. */
  private <V> V step(
      Layers<V> block,
      int index,
      ResidualBlock residual,
      int transformers,
      Level level,
      V image,
      V time,
      V context) {
    V made =
        block
            .operations()
            .part(
                List.of(image, time),
                from -> residual.through(block.in("resnets", index), from.get(0), from.get(1)));
    return attended(block, index, transformers, level, made, context);
  }

  /** An image after transformers, where there are any. */
  <V> V attended(Layers<V> block, int index, int transformers, Level level, V image, V context) {
    if (transformers == 0) {
      return image;
    }
    SpatialTransformer attention = transformer(level, transformers);
    return block
        .operations()
        .part(
            List.of(image, context),
            from -> attention.through(block.in("attentions", index), from.get(0), from.get(1)));
  }

  /** The channels of the images of {@link #down}. */
  List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    widths.add(channels(0));
    for (int i = 0; i < config.levels().size(); i++) {
      int halved = i < config.levels().size() - 1 ? 1 : 0;
      for (int j = 0; j < config.levels().get(i).blocks() + halved; j++) {
        widths.add(channels(i));
      }
    }
    return widths;
  }

  /** The smallest image after the middle. */
  <V> V middle(Layers<V> net, V image, V time, V context) {
    Layers<V> block = net.in("mid_block");
    Level level = config.lowest();
    ResidualBlock residual = residual(level.channels(), level);
    V x = step(block, 0, residual, config.middle(), level, image, time, context);
    return step(block, 1, residual, 0, level, x, time, context);
  }

  int channels(int level) {
    return config.levels().get(level).channels();
  }

  ResidualBlock residual(int in, Level level) {
    return new ResidualBlock(
        in, level.channels(), config.timeWidth(), config.normGroups(), config.normEpsilon());
  }

  SpatialTransformer transformer(Level level, int blocks) {
    return new SpatialTransformer(
        level.channels(),
        blocks,
        level.heads(),
        config.contextWidth(),
        config.normGroups(),
        config.extras().widening(),
        level.equals(largestAttending()));
  }

  private Level largestAttending() {
    return config.levels().stream()
        .filter(level -> level.transformers() + level.transformersUp() > 0)
        .findFirst()
        .orElse(config.lowest());
  }

  /** Of networks in which large images may be looked at in part: {@code token_stride} [1]. */
  static Input stride() {
    return Input.whole(STRIDE, Axis.of(1));
  }

  /** The layers of a network, from its beginning. */
  static <V> Layers<V> layers(Operations<V> operations, Map<String, V> inputs) {
    return new Layers<>(operations, "", Optional.ofNullable(inputs.get(STRIDE)));
  }
}
