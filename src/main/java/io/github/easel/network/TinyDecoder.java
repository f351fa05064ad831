package io.github.easel.network;

import java.util.List;
import java.util.Map;

/**
 * A tiny autoencoder's second half.
 *
 * <p>Input {@code latent_sample} [batch, 4, height, width]. Output {@code sample} [batch, 3, factor
 * x height, factor x width], -1 to 1 and a little beyond.
 *
 * @param scale what the input is multiplied by to be as the denoiser has it: the scaling factor of
 *     the autoencoder that it stands in for, where latents come divided by that
 */
public record TinyDecoder(TinyConfig config, double scale) implements Network {

  private static final String LATENTS = "latent_sample";
  private static final double MOST = 3;

  /** One that is given latents as the denoiser has them. */
  public TinyDecoder(TinyConfig config) {
    this(config, 1);
  }

  @Override
  public List<Input> inputs() {
    return List.of(Input.image(LATENTS, config.latentChannels()));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> decoder = new Layers<>(operations, "decoder.");
    V latents = Network.value(inputs, LATENTS);
    V bounded = operations.activation(operations.scale(latents, scale / MOST), Activation.TANH);
    V x = operations.scale(bounded, MOST);
    x = decoder.convolution(x, "layers.0", config.latentChannels(), config.channels());
    x = config.relu(decoder, x);
    // Activations and enlargements are numbered among the layers too.
    int index = 2;
    int last = config.decoderBlocks().size() - 1;
    for (int i = 0; i <= last; i++) {
      for (int j = 0; j < config.decoderBlocks().get(i); j++) {
        x = config.block(decoder.in("layers", index++), x);
      }
      if (i < last) {
        index++;
        x = config.between(decoder, "layers." + index++, operations.upsample(x), 1);
      }
    }
    x = decoder.convolution(x, "layers." + index, config.channels(), config.colours());
    // Its own pixels are 0 to 1.
    return Map.of("sample", operations.shift(operations.scale(x, 2), -1));
  }
}
