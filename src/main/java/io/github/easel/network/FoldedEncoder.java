package io.github.easel.network;

import java.util.List;
import java.util.Map;

/**
 * The first half of Easel's own small autoencoder. Input and output as those of {@link
 * AutoencoderEncoder}.
 */
public record FoldedEncoder(FoldedConfig config) implements Network {

  private static final String SAMPLE = "sample";

  /** A convolution of 3 by 3 over pixels that were folded 2 by 2 is one of 6 by 6 over them all. */
  private static final int FOLDED = 6;

  @Override
  public List<Input> inputs() {
    return List.of(Input.image(SAMPLE, config.colours()));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> encoder = new Layers<>(operations, "encoder.");
    List<Integer> channels = config.encoder();
    int first = channels.get(0);
    V x =
        operations.convolution(
            Network.value(inputs, SAMPLE),
            encoder.weight("1", first, config.colours(), FOLDED, FOLDED),
            encoder.bias("1", first),
            2,
            new Padding(2, 2));
    int place = 2;
    for (int i = 0; i < channels.size(); i++) {
      int out = channels.get(i);
      if (i > 0) {
        String layer = Integer.toString(place++);
        x = encoder.convolution(x, layer, channels.get(i - 1), out, 2, Padding.ONE);
      }
      x = config.block(encoder.in(Integer.toString(place++)), x, out);
    }
    int last = channels.get(channels.size() - 1);
    x = config.block(encoder.in(Integer.toString(place++)), x, last);
    int made = 2 * config.latentChannels();
    x = config.end(encoder, x, place, last, made);
    Layers<V> all = new Layers<>(operations, "");
    return Map.of("latent_parameters", all.pointwise(x, "quant_conv", made, made));
  }
}
