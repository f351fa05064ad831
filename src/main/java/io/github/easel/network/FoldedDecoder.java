package io.github.easel.network;

import java.util.List;
import java.util.Map;

/**
 * The second half of Easel's own small autoencoder. Input and output as those of {@link
 * AutoencoderDecoder}.
 */
public record FoldedDecoder(FoldedConfig config) implements Network {

  private static final String LATENTS = "latent_sample";

  /** Pixels in a folded one. */
  private static final int SQUARE = 4;

  private static final int FIRST_BLOCKS = 3;
  private static final int BLOCKS = 2;

  @Override
  public List<Input> inputs() {
    return List.of(Input.image(LATENTS, config.latentChannels()));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> all = new Layers<>(operations, "");
    Layers<V> decoder = all.in("decoder");
    List<Integer> channels = config.decoder();
    int latent = config.latentChannels();
    V x = all.pointwise(Network.value(inputs, LATENTS), "post_quant_conv", latent, latent);
    x = decoder.convolution(x, "0", latent, channels.get(0));
    int place = 1;
    for (int i = 0; i < channels.size(); i++) {
      int out = channels.get(i);
      if (i > 0) {
        int widened = SQUARE * out;
        String layer = Integer.toString(place);
        x = operations.pixelShuffle(decoder.pointwise(x, layer, channels.get(i - 1), widened));
        place += 2;
      }
      for (int j = 0; j < (i == 0 ? FIRST_BLOCKS : BLOCKS); j++) {
        x = config.block(decoder.in(Integer.toString(place++)), x, out);
      }
    }
    int last = channels.get(channels.size() - 1);
    V folded = config.end(decoder, x, place, last, SQUARE * config.colours());
    return Map.of("sample", operations.pixelShuffle(folded));
  }
}
