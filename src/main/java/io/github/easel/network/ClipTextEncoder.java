package io.github.easel.network;

import io.github.easel.network.Input.Axis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CLIP's text tower: token ids to the states that a UNet attends to.
 *
 * <p>Input {@code input_ids} [batch, tokens]. Outputs {@code last_hidden_state} [batch, tokens,
 * width] and, if asked for, {@code text_embeds} [batch, projection], the end-of-text token of the
 * last layer's normalized states, projected.
 *
 * @param config numbers of the tower
 * @param vocabulary entries of the token table
 * @param tokens in a sequence, 77
 * @param endOfText id of the token that stands for the whole text; -1 for the greatest id
 * @param skipped layers that the states leave out at the end
 * @param normalized whether the states are normalized at the end, as Stable Diffusion 1 and 2 do
 *     and XL does not
 * @param projected whether {@code text_embeds} is wanted
 * @param learning whether embeddings of its own can take the place of tokens': then there are two
 *     inputs more, {@code kept_words} [batch, tokens, 1], 1 where the token's own counts and 0
 *     elsewhere, and {@code learned_words} [batch, tokens, width], which are added (Gal et al.
 *     2022)
 */
public record ClipTextEncoder(
    ClipConfig config,
    int vocabulary,
    int tokens,
    int endOfText,
    int skipped,
    boolean normalized,
    boolean projected,
    boolean learning)
    implements Network {

  private static final String IDS = "input_ids";
  private static final String KEPT = "kept_words";
  private static final String LEARNED = "learned_words";

  /** One that knows its own tokens only. */
  public ClipTextEncoder(
      ClipConfig config,
      int vocabulary,
      int tokens,
      int endOfText,
      int skipped,
      boolean normalized,
      boolean projected) {
    this(config, vocabulary, tokens, endOfText, skipped, normalized, projected, false);
  }

  /** The same, but learned words can be given. */
  public ClipTextEncoder withLearnedWords() {
    return new ClipTextEncoder(
        config, vocabulary, tokens, endOfText, skipped, normalized, projected, true);
  }

  /** Checks that some layers are left. */
  public ClipTextEncoder {
    if (skipped < 0 || skipped > config.layers()) {
      throw new IllegalArgumentException(skipped + " of " + config.layers() + " layers skipped");
    }
  }

  @Override
  public List<Input> inputs() {
    Axis batch = Axis.free("batch");
    Axis length = Axis.of(tokens);
    Input ids = Input.whole(IDS, batch, length);
    return learning
        ? List.of(
            ids,
            Input.floats(KEPT, batch, length, Axis.of(1)),
            Input.floats(LEARNED, batch, length, Axis.of(config.width())))
        : List.of(ids);
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> model = new Layers<>(operations, "text_model.");
    V ids = Network.value(inputs, IDS);
    int width = config.width();
    Layers<V> embeddings = model.in("embeddings");
    Parameter table = embeddings.weight("token_embedding", vocabulary, width);
    V words = operations.embedding(ids, table);
    if (learning) {
      V kept = operations.multiply(words, Network.value(inputs, KEPT));
      words = operations.add(kept, Network.value(inputs, LEARNED));
    }
    V places = operations.parameter(embeddings.weight("position_embedding", tokens, width));
    V embedded = operations.add(words, places);
    int kept = config.layers() - skipped;
    Layers<V> encoder = model.in("encoder");
    ClipLayers layers = new ClipLayers(config, true);
    V states = layers.through(encoder, embedded, 0, kept);
    Map<String, V> outputs = new LinkedHashMap<>();
    outputs.put("last_hidden_state", normalized ? norm(model, states) : states);
    if (projected) {
      V last = layers.through(encoder, states, kept, config.layers());
      V pooled = operations.tokenOf(norm(model, last), ids, endOfText);
      Parameter projection = Parameter.of("text_projection.weight", config.projection(), width);
      outputs.put("text_embeds", operations.linear(pooled, projection));
    }
    return outputs;
  }

  private <V> V norm(Layers<V> model, V states) {
    return model.layerNorm(states, "final_layer_norm", config.width(), config.epsilon());
  }
}
