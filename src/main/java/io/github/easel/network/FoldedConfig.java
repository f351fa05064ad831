package io.github.easel.network;

import java.util.List;

/**
 * The numbers of Easel's own small autoencoder, fast on a processor: pictures are folded 2 by 2
 * into channels at both ends, so that no convolution runs at their full size. Parameters are named
 * by their place in a sequence of layers, of which activations and shuffles take one too.
 *
 * @param colours channels of a picture, 3
 * @param latentChannels 4
 * @param encoder channels of each level, from half the picture's size to the smallest
 * @param decoder channels of each level, from the smallest to half the picture's size
 * @param normGroups groups of group norms
 */
public record FoldedConfig(
    int colours, int latentChannels, List<Integer> encoder, List<Integer> decoder, int normGroups) {

  private static final double EPSILON = 1e-5;

  public FoldedConfig {
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
    boolean positive = colours > 0 && latentChannels > 0 && normGroups > 0;
    if (!positive || encoder.isEmpty() || encoder.size() != decoder.size()) {
      throw new IllegalArgumentException(
          "levels of %s and %s channels, %d groups".formatted(encoder, decoder, normGroups));
    }
  }

  <V> V block(Layers<V> block, V image, int channels) {
    return new ResidualBlock(channels, channels, 0, normGroups, EPSILON)
        .through(block, image, image);
  }

  /** Norm, activation and convolution, the first of them at a place of the sequence. */
  <V> V end(Layers<V> sequence, V image, int place, int in, int out) {
    V x =
        sequence.silu(sequence.groupNorm(image, Integer.toString(place), in, normGroups, EPSILON));
    return sequence.convolution(x, Integer.toString(place + 2), in, out);
  }
}
