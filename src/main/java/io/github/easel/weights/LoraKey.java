package io.github.easel.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a tensor in a LoRA file, taken apart. Trainers' ways of writing become one: kohya's,
 * with underscores and a prefix for the network.
 *
 * @param module the weight that it is about, such as {@code
 *     lora_unet_mid_block_attentions_0_proj_in}
 * @param part its place in the product, such as {@code down}, {@code up}, {@code alpha}
 */
record LoraKey(String module, String part) {

  private static final Map<String, String> SAME =
      Map.of("lora_A", "down", "lora_B", "up", "lora_down", "down", "lora_up", "up");

  /** PEFT, diffusers, and kohya's trainer with all that grew from it. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(.*)\\.(lora_[AB])\\.(?:\\w+\\.)?weight"),
          Pattern.compile("(.*)\\.lora_(down|up|mid)\\.weight"),
          Pattern.compile("(.*)\\.lora(?:_linear_layer)?\\.(down|up)\\.weight"),
          Pattern.compile("(.*)_lora\\.(down|up)\\.weight"),
          Pattern.compile("(.*)\\.(alpha|dora_scale|hada_\\w+|lokr_\\w+|diff)"));

  private static final List<Map.Entry<String, String>> PREFIXES =
      List.of(
          Map.entry("base_model.model.", "lora_unet_"),
          Map.entry("lycoris_text_model", "lora_te_text_model"),
          Map.entry("lycoris_", "lora_unet_"),
          Map.entry("diffusion_model.", "lora_unet_"),
          Map.entry("unet.", "lora_unet_"),
          Map.entry("text_encoder_2.", "lora_te2_"),
          Map.entry("text_encoder.", "lora_te_"),
          Map.entry("down_blocks.", "lora_unet_down_blocks."),
          Map.entry("mid_block.", "lora_unet_mid_block."),
          Map.entry("up_blocks.", "lora_unet_up_blocks."));

  /** Nothing for a name that no LoRA has. */
  static Optional<LoraKey> of(String name) {
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(name);
      if (matcher.matches()) {
        String part = matcher.group(2);
        return Optional.of(new LoraKey(module(matcher.group(1)), SAME.getOrDefault(part, part)));
      }
    }
    return Optional.empty();
  }

  private static String module(String name) {
    String module = name;
    for (Map.Entry<String, String> prefix : PREFIXES) {
      if (module.startsWith(prefix.getKey())) {
        module = prefix.getValue() + module.substring(prefix.getKey().length());
        break;
      }
    }
    boolean encoder = module.startsWith("lora_te");
    return module
        .replaceFirst("\\.processor\\.to_out$", ".to_out.0")
        .replaceFirst("\\.processor\\.(to_[qkv])$", ".$1")
        .replaceFirst(encoder ? "\\.to_out$" : "\\.never$", ".out_proj")
        .replaceFirst(encoder ? "\\.to_([qkv])$" : "\\.never$", ".$1_proj")
        .replace('.', '_');
  }
}
