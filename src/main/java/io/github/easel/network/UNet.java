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
 * timestep_cond} [batch, width]. Output {@code out_sample} [batch, channels, height, width].
 */
public record UNet(UNetConfig config) implements Network {

  private static final String SAMPLE = "sample";
  private static final String TIME = "timestep";
  private static final String CONTEXT = "encoder_hidden_states";
  private static final String POOLED = "text_embeds";
  private static final String MICRO = "time_ids";
  private static final String GUIDANCE = "timestep_cond";

  @Override
  public List<Input> inputs() {
    Axis batch = Axis.free("batch");
    List<Input> inputs = new ArrayList<>();
    inputs.add(
        Input.floats(
            SAMPLE, batch, Axis.of(config.inChannels()), Axis.free("height"), Axis.free("width")));
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

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> net = new Layers<>(operations, "");
    V context = Network.value(inputs, CONTEXT);
    V time = net.silu(time(net, inputs));
    Deque<V> skips = new ArrayDeque<>();
    V x = Network.value(inputs, SAMPLE);
    x = net.convolution(x, "conv_in", config.inChannels(), config.levels().get(0).channels());
    skips.push(x);
    for (int i = 0; i < config.levels().size(); i++) {
      x = down(net.in("down_blocks", i), i, x, time, context, skips);
    }
    x = middle(net.in("mid_block"), x, time, context);
    for (int i = config.levels().size() - 1; i >= 0; i--) {
      x = up(net.in("up_blocks", config.levels().size() - 1 - i), i, x, time, context, skips);
    }
    int channels = config.levels().get(0).channels();
    x =
        net.silu(
            net.groupNorm(x, "conv_norm_out", channels, config.normGroups(), config.normEpsilon()));
    return Map.of("out_sample", net.convolution(x, "conv_out", channels, config.outChannels()));
  }

  private <V> V time(Layers<V> net, Map<String, V> inputs) {
    Operations<V> operations = net.operations();
    int width = config.levels().get(0).channels();
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

  private <V> V down(Layers<V> block, int index, V image, V time, V context, Deque<V> skips) {
    Level level = config.levels().get(index);
    int in = config.levels().get(Math.max(0, index - 1)).channels();
    V x = image;
    for (int j = 0; j < level.blocks(); j++) {
      x = residual(j == 0 ? in : level.channels(), level).through(block.in("resnets", j), x, time);
      if (level.transformers() > 0) {
        x = transformer(level, level.transformers()).through(block.in("attentions", j), x, context);
      }
      skips.push(x);
    }
    if (index < config.levels().size() - 1) {
      int channels = level.channels();
      x = block.convolution(x, "downsamplers.0.conv", channels, channels, 2, Padding.ONE);
      skips.push(x);
    }
    return x;
  }

  private <V> V middle(Layers<V> block, V image, V time, V context) {
    Level level = config.lowest();
    ResidualBlock residual = residual(level.channels(), level);
    V x = residual.through(block.in("resnets", 0), image, time);
    if (config.middle() > 0) {
      x = transformer(level, config.middle()).through(block.in("attentions", 0), x, context);
    }
    return residual.through(block.in("resnets", 1), x, time);
  }

  private <V> V up(Layers<V> block, int index, V image, V time, V context, Deque<V> skips) {
    Level level = config.levels().get(index);
    int last = config.levels().size() - 1;
    int before = config.levels().get(Math.min(last, index + 1)).channels();
    int below = config.levels().get(Math.max(0, index - 1)).channels();
    V x = image;
    for (int j = 0; j <= level.blocks(); j++) {
      int stream = j == 0 ? before : level.channels();
      int skip = j == level.blocks() ? below : level.channels();
      x = block.concatenateChannels(x, skips.pop());
      x = residual(stream + skip, level).through(block.in("resnets", j), x, time);
      if (level.transformersUp() > 0) {
        x =
            transformer(level, level.transformersUp())
                .through(block.in("attentions", j), x, context);
      }
    }
    if (index > 0) {
      V larger = block.operations().upsample(x);
      x = block.convolution(larger, "upsamplers.0.conv", level.channels(), level.channels());
    }
    return x;
  }

  private ResidualBlock residual(int in, Level level) {
    return new ResidualBlock(
        in, level.channels(), config.timeWidth(), config.normGroups(), config.normEpsilon());
  }

  private SpatialTransformer transformer(Level level, int blocks) {
    return new SpatialTransformer(
        level.channels(), blocks, level.heads(), config.contextWidth(), config.normGroups());
  }
}
