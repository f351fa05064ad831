package io.github.easel.network;

/**
 * The transformer of CLIP's towers (Radford et al. 2021, section 2.4): each layer adds attention,
 * then a perceptron, both of a normalized stream.
 *
 * @param config numbers of the tower
 * @param causal whether a token sees only those before it, as words do and patches do not
 */
record ClipLayers(ClipConfig config, boolean causal) {

  /**
   * The stream after some layers.
   *
   * @param encoder named so within the tower
   * @param from the first layer to go through
   * @param to the first not to go through
   */
  <V> V through(Layers<V> encoder, V tokens, int from, int to) {
    V stream = tokens;
    for (int i = from; i < to; i++) {
      Layers<V> layer = encoder.in("layers", i);
      V attended = attention(layer, stream);
      stream = layer.add(stream, attended);
      stream = layer.add(stream, perceptron(layer, stream));
    }
    return stream;
  }

  private <V> V attention(Layers<V> layer, V stream) {
    int width = config.width();
    V x = layer.layerNorm(stream, "layer_norm1", width, config.epsilon());
    Layers<V> attention = layer.in("self_attn");
    V attended =
        layer
            .operations()
            .attention(
                attention.linear(x, "q_proj", width, width),
                attention.linear(x, "k_proj", width, width),
                attention.linear(x, "v_proj", width, width),
                config.heads(),
                causal);
    return attention.linear(attended, "out_proj", width, width);
  }

  private <V> V perceptron(Layers<V> layer, V stream) {
    V x = layer.layerNorm(stream, "layer_norm2", config.width(), config.epsilon());
    V inner = layer.linear(x, "mlp.fc1", config.width(), config.inner());
    V active = layer.operations().activation(inner, config.activation());
    return layer.linear(active, "mlp.fc2", config.inner(), config.width());
  }
}
