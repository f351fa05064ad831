package io.github.easel.network;

/**
 * A transformer over an image's pixels that attends to a text (Rombach et al. 2022, section 3.3).
 *
 * @param channels of the image
 * @param blocks how many
 * @param heads of attention
 * @param contextWidth width of a text embedding
 * @param groups of its group norm
 * @param widening how many times as wide its perceptrons are within
 * @param large whether its image is so large that pixels may look at some of the others only
 */
record SpatialTransformer(
    int channels,
    int blocks,
    int heads,
    int contextWidth,
    int groups,
    int widening,
    boolean large) {

  private static final double GROUP_EPSILON = 1e-6;
  private static final double LAYER_EPSILON = 1e-5;

  <V> V through(Layers<V> transformer, V image, V context) {
    Operations<V> operations = transformer.operations();
    V normalized = transformer.groupNorm(image, "norm", channels, groups, GROUP_EPSILON);
    // A convolution of single pixels in older models, with the same weights.
    V tokens = transformer.linear(operations.toTokens(normalized), "proj_in", channels, channels);
    for (int i = 0; i < blocks; i++) {
      tokens = block(transformer.in("transformer_blocks", i), tokens, image, context);
    }
    V projected = transformer.linear(tokens, "proj_out", channels, channels);
    return operations.add(operations.toImage(projected, image), image);
  }

  private <V> V block(Layers<V> block, V tokens, V image, V context) {
    V x = block.layerNorm(tokens, "norm1", channels, LAYER_EPSILON);
    V seen = large ? block.everyNth(x, image) : x;
    V stream = block.add(tokens, attention(block.in("attn1"), x, seen, channels));
    x = block.layerNorm(stream, "norm2", channels, LAYER_EPSILON);
    stream = block.add(stream, attention(block.in("attn2"), x, context, contextWidth));
    x = block.layerNorm(stream, "norm3", channels, LAYER_EPSILON);
    return block.add(stream, perceptron(block.in("ff.net"), x));
  }

  private <V> V attention(Layers<V> attention, V x, V context, int width) {
    V attended =
        attention
            .operations()
            .attention(
                attention.linearWithoutBias(x, "to_q", channels, channels),
                attention.linearWithoutBias(context, "to_k", width, channels),
                attention.linearWithoutBias(context, "to_v", width, channels),
                heads,
                false);
    return attention.linear(attended, "to_out.0", channels, channels);
  }

  /**
   * A gated perceptron (GEGLU, Shazeer 2020). One matrix holds value and gate; as two products they
   * need not be cut apart afterwards.
   */
  private <V> V perceptron(Layers<V> net, V x) {
    int inner = widening * channels;
    Operations<V> operations = net.operations();
    Parameter weight = net.weight("0.proj", 2L * inner, channels);
    Parameter bias = net.bias("0.proj", 2L * inner);
    V value = operations.linear(x, weight.rows(0, inner), bias.rows(0, inner));
    V gate = operations.linear(x, weight.rows(inner, 2L * inner), bias.rows(inner, 2L * inner));
    V gated = operations.multiply(value, operations.activation(gate, Activation.GELU));
    return net.linear(gated, "2", inner, channels);
  }
}
