package io.github.easel.weights;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What latent-diffusion's code base calls the modules of a UNet with diffusers' names, which is how
 * most LoRAs for SDXL name them: {@link UnetNames} the other way round.
 */
final class BlockAliases {

  private static final Pattern MODULE =
      Pattern.compile(
          "((?:down|up)_blocks\\.(\\d{1,4})|mid_block)"
              + "\\.(resnets|attentions|downsamplers|upsamplers)\\.(\\d{1,4})\\.(.*)\\.weight");

  private static final Map<String, String> RESNET =
      Map.of(
          "norm1", "in_layers.0",
          "conv1", "in_layers.2",
          "time_emb_proj", "emb_layers.1",
          "norm2", "out_layers.0",
          "conv2", "out_layers.3",
          "conv_shortcut", "skip_connection");

  private static final Map<String, String> OUTER =
      Map.of(
          "conv_in", "input_blocks.0.0",
          "conv_out", "out.2",
          "time_embedding.linear_1", "time_embed.0",
          "time_embedding.linear_2", "time_embed.2",
          "add_embedding.linear_1", "label_emb.0.0",
          "add_embedding.linear_2", "label_emb.0.2");

  /** Modules such as {@code down_blocks.1.attentions.0}. */
  private final Set<String> modules = new HashSet<>();

  private final Map<Integer, Integer> resnetsDown = new TreeMap<>();
  private final Map<Integer, Integer> resnetsUp = new TreeMap<>();
  private final Map<String, String> blocks = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  /**
   * @param names diffusers' names of all tensors of the UNet
   */
  BlockAliases(Collection<String> names) {
    for (String name : names) {
      Matcher module = MODULE.matcher(name);
      if (module.matches()) {
        modules.add(module.group(1) + "." + module.group(3) + "." + module.group(4));
        if (module.group(3).equals("resnets") && module.group(2) != null) {
          Map<Integer, Integer> levels = name.startsWith("down") ? resnetsDown : resnetsUp;
          int count = Integer.parseInt(module.group(4)) + 1;
          levels.merge(Integer.parseInt(module.group(2)), count, Math::max);
        }
      }
    }
    down();
    up();
    blocks.put("mid_block.resnets.0", "middle_block.0");
    blocks.put("mid_block.attentions.0", "middle_block.1");
    blocks.put("mid_block.resnets.1", "middle_block.2");
    for (String name : names) {
      Matcher module = MODULE.matcher(name);
      if (module.matches()) {
        alias(module);
      }
    }
    aliases.putAll(OUTER);
  }

  /** From modules of diffusers to those of the other code base, both with dots. */
  Map<String, String> aliases() {
    return aliases;
  }

  private void alias(Matcher name) {
    String module = name.group(1) + "." + name.group(3) + "." + name.group(4);
    String block = blocks.get(module);
    String layer = name.group(5);
    if (block != null) {
      String other =
          switch (name.group(3)) {
            case "resnets" -> RESNET.getOrDefault(layer, layer);
            case "downsamplers" -> layer.replaceFirst("^conv$", "op");
            default -> layer;
          };
      aliases.put(module + "." + layer, block + "." + other);
    }
  }

  private void down() {
    int block = 1;
    for (Map.Entry<Integer, Integer> level : resnetsDown.entrySet()) {
      String prefix = "down_blocks." + level.getKey();
      for (int i = 0; i < level.getValue(); i++) {
        blocks.put(prefix + ".resnets." + i, "input_blocks." + block + ".0");
        blocks.put(prefix + ".attentions." + i, "input_blocks." + block + ".1");
        block++;
      }
      if (modules.contains(prefix + ".downsamplers.0")) {
        blocks.put(prefix + ".downsamplers.0", "input_blocks." + block + ".0");
        block++;
      }
    }
  }

  private void up() {
    int block = 0;
    for (Map.Entry<Integer, Integer> level : resnetsUp.entrySet()) {
      String prefix = "up_blocks." + level.getKey();
      for (int i = 0; i < level.getValue(); i++) {
        blocks.put(prefix + ".resnets." + i, "output_blocks." + block + ".0");
        blocks.put(prefix + ".attentions." + i, "output_blocks." + block + ".1");
        block++;
      }
      boolean attention = modules.contains(prefix + ".attentions.0");
      blocks.put(
          prefix + ".upsamplers.0", "output_blocks." + (block - 1) + (attention ? ".2" : ".1"));
    }
  }
}
