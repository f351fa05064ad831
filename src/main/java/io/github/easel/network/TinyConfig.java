package io.github.easel.network;

import java.util.List;

/**
 * The numbers of a tiny autoencoder (TAESD), as in diffusers' {@code config.json} of
 * AutoencoderTiny. It stands in for the large one, fast and less exact; its latents are those that
 * the denoiser works on, scaled already.
 *
 * @param colours channels of a picture, 3
 * @param latentChannels 4
 * @param channels within, the same at every level, 64
 * @param encoderBlocks residual blocks of a level in the encoder, from the full size to the
 *     smallest
 * @param decoderBlocks the same in the decoder, from the smallest to the full size
 */
public record TinyConfig(
    int colours,
    int latentChannels,
    int channels,
    List<Integer> encoderBlocks,
    List<Integer> decoderBlocks) {

  public TinyConfig {
    encoderBlocks = List.copyOf(encoderBlocks);
    decoderBlocks = List.copyOf(decoderBlocks);
    boolean positive = colours > 0 && latentChannels > 0 && channels > 0;
    if (!positive || encoderBlocks.isEmpty() || encoderBlocks.size() != decoderBlocks.size()) {
      throw new IllegalArgumentException(
          "%d channels, levels of %s and %s blocks"
              .formatted(channels, encoderBlocks, decoderBlocks));
    }
  }

  /** Three convolutions and a shortcut. */
  <V> V block(Layers<V> block, V image) {
    V x = relu(block, block.convolution(image, "conv.0", channels, channels));
    x = relu(block, block.convolution(x, "conv.2", channels, channels));
    x = block.convolution(x, "conv.4", channels, channels);
    return relu(block, block.add(x, image));
  }

  <V> V relu(Layers<V> layers, V image) {
    return layers.operations().activation(image, Activation.RELU);
  }

  /** A convolution between two levels: it has no bias. */
  <V> V between(Layers<V> layers, String layer, V image, int stride) {
    Parameter weight = layers.weight(layer, channels, channels, 3, 3);
    return layers.operations().convolution(image, weight, stride, Padding.ONE);
  }
}
