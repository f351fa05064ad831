package io.github.easel.network;

import java.util.List;
import java.util.Map;

/**
 * The autoencoder's second half (Rombach et al. 2022, section 3.1).
 *
 * <p>Input {@code latent_sample} [batch, 4, height, width], divided by the scaling factor. Output
 * {@code sample} [batch, 3, factor x height, factor x width], -1 to 1 and a little beyond.
 */
public record AutoencoderDecoder(AutoencoderConfig config) implements Network {

  private static final String LATENTS = "latent_sample";

  @Override
  public List<Input> inputs() {
    return List.of(Input.image(LATENTS, config.latentChannels()));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> all = new Layers<>(operations, "");
    Layers<V> decoder = all.in("decoder");
    int latent = config.latentChannels();
    V x = Network.value(inputs, LATENTS);
    if (config.decoderQuantized()) {
      x = all.pointwise(x, "post_quant_conv", latent, latent);
    }
    x = decoder.convolution(x, "conv_in", latent, config.lowest());
    x = config.middle(decoder.in("mid_block"), x);
    List<Integer> channels = config.channels();
    int last = channels.size() - 1;
    for (int i = last; i >= 0; i--) {
      Layers<V> block = decoder.in("up_blocks", last - i);
      int out = channels.get(i);
      for (int j = 0; j <= config.blocks(); j++) {
        int in = j == 0 ? channels.get(Math.min(last, i + 1)) : out;
        x = config.residual(in, out).through(block.in("resnets", j), x, x);
      }
      if (i > 0) {
        x = block.convolution(operations.upsample(x), "upsamplers.0.conv", out, out);
      }
    }
    return Map.of("sample", config.end(decoder, x, channels.get(0), config.colours()));
  }
}
