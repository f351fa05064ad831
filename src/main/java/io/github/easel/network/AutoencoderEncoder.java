package io.github.easel.network;

import java.util.List;
import java.util.Map;

/**
 * The autoencoder's first half (Kingma and Welling 2014; Rombach et al. 2022, section 3.1).
 *
 * <p>Input {@code sample} [batch, 3, height, width], -1 to 1. Output {@code latent_parameters}
 * [batch, 8, height / factor, width / factor]: mean, then log-variance.
 */
public record AutoencoderEncoder(AutoencoderConfig config) implements Network {

  private static final String SAMPLE = "sample";

  @Override
  public List<Input> inputs() {
    return List.of(Input.image(SAMPLE, config.colours()));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> encoder = new Layers<>(operations, "encoder.");
    List<Integer> channels = config.channels();
    V pixels = Network.value(inputs, SAMPLE);
    V x = encoder.convolution(pixels, "conv_in", config.colours(), channels.get(0));
    for (int i = 0; i < channels.size(); i++) {
      Layers<V> block = encoder.in("down_blocks", i);
      int out = channels.get(i);
      for (int j = 0; j < config.blocks(); j++) {
        int in = j == 0 ? channels.get(Math.max(0, i - 1)) : out;
        x = config.residual(in, out).through(block.in("resnets", j), x, x);
      }
      if (i < channels.size() - 1) {
        x = block.convolution(x, "downsamplers.0.conv", out, out, 2, Padding.AFTER);
      }
    }
    int made = 2 * config.latentChannels();
    x = config.end(encoder, config.middle(encoder.in("mid_block"), x), config.lowest(), made);
    Layers<V> all = new Layers<>(operations, "");
    V parameters = config.encoderQuantized() ? all.pointwise(x, "quant_conv", made, made) : x;
    return Map.of("latent_parameters", parameters);
  }
}
