package io.github.easel.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetConfig.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Networks' numbers as diffusers and transformers write them in {@code config.json}. */
final class DiffusersJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double USUAL_SCALE = 0.18215;

  private DiffusersJson() {}

  static ObjectNode of(ClipTextEncoder encoder) {
    return JSON.createObjectNode()
        .put("hidden_size", encoder.config().width())
        .put("intermediate_size", encoder.config().inner())
        .put("num_hidden_layers", encoder.config().layers())
        .put("num_attention_heads", encoder.config().heads())
        .put("hidden_act", encoder.config().activation().name().toLowerCase(Locale.ROOT))
        .put("layer_norm_eps", encoder.config().epsilon())
        .put("projection_dim", encoder.config().projection())
        .put("max_position_embeddings", encoder.tokens())
        .put("vocab_size", encoder.vocabulary())
        .put("eos_token_id", encoder.endOfText() < 0 ? 2 : encoder.endOfText());
  }

  /**
   * A UNet's.
   *
   * @param sampleSize side of the latents that it was trained for
   */
  static ObjectNode of(UNetConfig config, int sampleSize) {
    List<Level> levels = config.levels();
    ObjectNode json =
        JSON.createObjectNode()
            .put("sample_size", sampleSize)
            .put("in_channels", config.inChannels())
            .put("out_channels", config.outChannels())
            .put("cross_attention_dim", config.contextWidth())
            .put("norm_num_groups", config.normGroups())
            .put("norm_eps", config.normEpsilon())
            .put("flip_sin_to_cos", config.cosineFirst())
            .put("freq_shift", config.frequencyShift())
            .put("layers_per_block", levels.get(0).blocks())
            .put(
                "mid_block_type",
                config.middle() > 0 ? "UNetMidBlock2DCrossAttn" : "UNetMidBlock2D");
    numbers(json.putArray("block_out_channels"), levels, Level::channels);
    numbers(json.putArray("attention_head_dim"), levels, Level::heads);
    numbers(
        json.putArray("transformer_layers_per_block"),
        levels,
        level -> Math.max(1, level.transformers()));
    ArrayNode down = json.putArray("down_block_types");
    List<String> up = new ArrayList<>();
    for (Level level : levels) {
      down.add(level.transformers() > 0 ? "CrossAttnDownBlock2D" : "DownBlock2D");
      up.add(0, level.transformersUp() > 0 ? "CrossAttnUpBlock2D" : "UpBlock2D");
    }
    up.forEach(json.putArray("up_block_types")::add);
    if (config.guidanceWidth() > 0) {
      json.put("time_cond_proj_dim", config.guidanceWidth());
    }
    UNetConfig.Micro micro = config.micro();
    if (micro.numbers() > 0) {
      json.put("addition_embed_type", "text_time")
          .put("addition_time_embed_dim", micro.width())
          .put(
              "projection_class_embeddings_input_dim",
              micro.pooledWidth() + micro.numbers() * micro.width());
    }
    return json;
  }

  private static void numbers(ArrayNode array, List<Level> levels, ToIntFunction<Level> of) {
    levels.forEach(level -> array.add(of.applyAsInt(level)));
  }

  static ObjectNode of(AutoencoderConfig config) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("in_channels", config.colours())
            .put("out_channels", config.colours())
            .put("latent_channels", config.latentChannels())
            .put("layers_per_block", config.blocks())
            .put("norm_num_groups", config.normGroups())
            .put("mid_block_add_attention", config.attends())
            .put("use_quant_conv", config.encoderQuantized())
            .put("use_post_quant_conv", config.decoderQuantized())
            .put("scaling_factor", USUAL_SCALE);
    config.channels().forEach(json.putArray("block_out_channels")::add);
    return json;
  }
}
