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
 */
public record ClipTextEncoder(
    ClipConfig config,
    int vocabulary,
    int tokens,
    int endOfText,
    int skipped,
    boolean normalized,
    boolean projected)
    implements Network {

  private static final String IDS = "input_ids";

  /** Checks that some layers are left. */
  public ClipTextEncoder {
    if (skipped < 0 || skipped > config.layers()) {
      throw new IllegalArgumentException(skipped + " of " + config.layers() + " layers skipped");
    }
  }

  @Override
  public List<Input> inputs() {
    return List.of(Input.whole(IDS, Axis.free("batch"), Axis.of(tokens)));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> model = new Layers<>(operations, "text_model.");
    V ids = Network.value(inputs, IDS);
    int width = config.width();
    Layers<V> embeddings = model.in("embeddings");
    V words = operations.embedding(ids, embeddings.weight("token_embedding", vocabulary, width));
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
