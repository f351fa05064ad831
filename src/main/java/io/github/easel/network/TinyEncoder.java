package io.github.easel.network;

import java.util.List;
import java.util.Map;

/**
 * A tiny autoencoder's first half.
 *
 * <p>Input {@code sample} [batch, 3, height, width], -1 to 1. Output {@code latent_sample} [batch,
 * 4, height / factor, width / factor], not to be drawn from a distribution.
 *
 * @param scale what the output is divided by, after which it would be as the denoiser takes it: the
 *     scaling factor of the autoencoder that it stands in for, where that is multiplied with later
 */
public record TinyEncoder(TinyConfig config, double scale) implements Network {

  private static final String SAMPLE = "sample";

  /** One that gives latents as the denoiser takes them. */
  public TinyEncoder(TinyConfig config) {
    this(config, 1);
  }

  @Override
  public List<Input> inputs() {
    return List.of(Input.image(SAMPLE, config.colours()));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> encoder = new Layers<>(operations, "encoder.");
    // Its own pixels are 0 to 1.
    V x = operations.shift(operations.scale(Network.value(inputs, SAMPLE), 0.5), 0.5);
    int index = 0;
    for (int i = 0; i < config.encoderBlocks().size(); i++) {
      String layer = "layers." + index++;
      x =
          i == 0
              ? encoder.convolution(x, layer, config.colours(), config.channels())
              : config.between(encoder, layer, x, 2);
      for (int j = 0; j < config.encoderBlocks().get(i); j++) {
        x = config.block(encoder.in("layers", index++), x);
      }
    }
    int made = config.latentChannels();
    V latents = encoder.convolution(x, "layers." + index, config.channels(), made);
    return Map.of("latent_sample", scale == 1 ? latents : operations.scale(latents, 1 / scale));
  }
}
