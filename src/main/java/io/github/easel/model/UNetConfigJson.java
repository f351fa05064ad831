package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetConfig.Extras;
import io.github.easel.network.UNetConfig.Level;
import io.github.easel.network.UNetConfig.Micro;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code unet/config.json} as diffusers writes it; other architectures are refused. */
final class UNetConfigJson {

  /** What these must be, since Stable Diffusion's families never have them otherwise. */
  private static final Map<String, Set<String>> FIXED =
      Map.ofEntries(
          Map.entry("act_fn", Set.of("silu", "swish")),
          Map.entry("attention_type", Set.of("default")),
          Map.entry("center_input_sample", Set.of("false")),
          Map.entry("class_embed_type", Set.of("null")),
          Map.entry("class_embeddings_concat", Set.of("false")),
          Map.entry("conv_in_kernel", Set.of("3")),
          Map.entry("conv_out_kernel", Set.of("3")),
          Map.entry("cross_attention_norm", Set.of("null")),
          Map.entry("downsample_padding", Set.of("1")),
          Map.entry("dual_cross_attention", Set.of("false")),
          Map.entry("encoder_hid_dim", Set.of("null")),
          Map.entry("encoder_hid_dim_type", Set.of("null")),
          Map.entry("mid_block_scale_factor", Set.of("1")),
          Map.entry("num_class_embeds", Set.of("null")),
          Map.entry("only_cross_attention", Set.of("false")),
          Map.entry("resnet_out_scale_factor", Set.of("1.0", "1")),
          Map.entry("resnet_skip_time_act", Set.of("false")),
          Map.entry("resnet_time_scale_shift", Set.of("default")),
          Map.entry("time_embedding_act_fn", Set.of("null")),
          Map.entry("time_embedding_type", Set.of("positional")),
          Map.entry("timestep_post_act", Set.of("null")));

  private static final String ADDED = "addition_embed_type";
  private static final String TEXT_LAST = "text_last";
  private static final String ATTENDING_DOWN = "CrossAttnDownBlock2D";
  private static final String ATTENDING_UP = "CrossAttnUpBlock2D";
  private static final Set<String> DOWN = Set.of(ATTENDING_DOWN, "DownBlock2D");
  private static final Set<String> UP = Set.of(ATTENDING_UP, "UpBlock2D");
  private static final Set<String> MIDDLE = Set.of("UNetMidBlock2DCrossAttn", "UNetMidBlock2D");

  private final Path file;
  private final JsonNode json;

  private UNetConfigJson(Path file, JsonNode json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads a file.
   *
   * @param aesthetic whether the model is a refiner that knows a picture's aesthetic score ({@code
   *     requires_aesthetics_score})
   * @throws GenerationException {@code MODEL_UNSUPPORTED} for another architecture, {@code
   *     MODEL_FILE_UNUSABLE} for numbers that make none
   */
  static UNetConfig read(Path file, boolean aesthetic) {
    UNetConfigJson reading = new UNetConfigJson(file, ModelJson.read(file));
    reading.checkFixed();
    try {
      return reading.config(aesthetic);
    } catch (IllegalArgumentException e) {
      throw GenerationException.unusable(
          file, "the numbers of a UNet", String.valueOf(e.getMessage()), e);
    }
  }

  private void checkFixed() {
    FIXED.forEach(
        (key, allowed) -> {
          JsonNode value = json.path(key);
          if (!value.isMissingNode() && !allowed.contains(value.asText())) {
            throw unsupported(key, value);
          }
        });
  }

  private UNetConfig config(boolean aesthetic) {
    JsonNode channels = json.path("block_out_channels");
    int count = channels.size();
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean down = type("down_block_types", i, DOWN).equals(ATTENDING_DOWN);
      boolean up = type("up_block_types", count - 1 - i, UP).equals(ATTENDING_UP);
      int transformers = each("transformer_layers_per_block", i, 1);
      levels.add(
          new Level(
              channels.path(i).asInt(),
              each("layers_per_block", i, 2),
              down ? transformers : 0,
              up ? transformers : 0,
              heads(i)));
    }
    String middle = json.path("mid_block_type").asText("UNetMidBlock2DCrossAttn");
    if (!MIDDLE.contains(middle)) {
      throw unsupported("mid_block_type", json.path("mid_block_type"));
    }
    boolean attends = middle.equals("UNetMidBlock2DCrossAttn");
    return new UNetConfig(
        json.path("in_channels").asInt(4),
        json.path("out_channels").asInt(4),
        levels,
        attends ? each("transformer_layers_per_block", count - 1, 1) : 0,
        each("cross_attention_dim", 0, 1280),
        json.path("norm_num_groups").asInt(32),
        json.path("norm_eps").asDouble(1e-5),
        json.path("flip_sin_to_cos").asBoolean(true),
        json.path("freq_shift").asDouble(0),
        json.path("time_cond_proj_dim").asInt(0),
        micro(aesthetic),
        extras());
  }

  /** What is ours beyond diffusers' form, except the first, which is diffusers' own. */
  private Extras extras() {
    return new Extras(
        json.path("time_embedding_dim").asInt(0),
        json.path("feed_forward_multiplier").asInt(Extras.NONE.widening()),
        json.path(ADDED).asText().equals(TEXT_LAST),
        json.path("place_waves").asInt(0));
  }

  private String type(String key, int index, Set<String> known) {
    String type = json.path(key).path(index).asText("");
    if (!known.contains(type)) {
      throw unsupported(key, json.path(key));
    }
    return type;
  }

  /** A number that is the same for all levels or given for each. */
  private int each(String key, int index, int usual) {
    JsonNode value = json.path(key);
    if (value.isArray()) {
      if (!value.path(index).isInt()) {
        throw unsupported(key, value);
      }
      return value.path(index).asInt();
    }
    return value.asInt(usual);
  }

  /** The heads; diffusers calls them {@code attention_head_dim} for reasons of history. */
  private int heads(int index) {
    String key =
        json.path("num_attention_heads").isNumber() || json.path("num_attention_heads").isArray()
            ? "num_attention_heads"
            : "attention_head_dim";
    return each(key, index, 8);
  }

  private Micro micro(boolean aesthetic) {
    JsonNode kind = json.path(ADDED);
    if (kind.isMissingNode() || kind.isNull() || kind.asText().equals(TEXT_LAST)) {
      return Micro.NONE;
    }
    if (!kind.asText().equals("text_time")) {
      throw unsupported(ADDED, kind);
    }
    int numbers = aesthetic ? 5 : 6;
    int width = json.path("addition_time_embed_dim").asInt(256);
    int all = json.path("projection_class_embeddings_input_dim").asInt();
    return new Micro(numbers, width, all - numbers * width);
  }

  private GenerationException unsupported(String key, JsonNode found) {
    String what = "a UNet of another architecture (" + key + ": " + found + ")";
    return new GenerationException(
        Failure.MODEL_UNSUPPORTED, file + " is of " + what, file.toString(), what);
  }
}
