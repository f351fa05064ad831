package io.github.easel.weights;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The UNet's names in latent-diffusion's code base, which numbers all blocks in a row, and in
 * diffusers, which has levels. Where a level ends is told by the names: at each change of size.
 * ControlNets have the same blocks.
 */
final class UnetNames implements NamePool.Sorting {

  private static final Pattern BLOCK =
      Pattern.compile("(input_blocks|output_blocks)\\.(\\d{1,4})\\.(\\d{1,4})\\.(\\w+)\\.?(.*)");
  private static final Pattern MIDDLE =
      Pattern.compile("middle_block\\.(\\d{1,4})\\.(\\w+)\\.?(.*)");

  private static final Pattern HINT =
      Pattern.compile("input_hint_block\\.(\\d{1,2})\\.(weight|bias)");

  private static final Map<String, String> OUTER =
      Map.ofEntries(
          Map.entry("input_blocks.0.0", "conv_in"),
          Map.entry("time_embed.0", "time_embedding.linear_1"),
          Map.entry("time_embed.2", "time_embedding.linear_2"),
          Map.entry("time_embed.cond_proj", "time_embedding.cond_proj"),
          Map.entry("label_emb.0.0", "add_embedding.linear_1"),
          Map.entry("label_emb.0.2", "add_embedding.linear_2"),
          Map.entry("out.0", "conv_norm_out"),
          Map.entry("out.2", "conv_out"),
          Map.entry("middle_block_out.0", "controlnet_mid_block"));

  private static final Map<String, String> RESNET =
      Map.of(
          "in_layers.0", "norm1",
          "in_layers.2", "conv1",
          "emb_layers.1", "time_emb_proj",
          "out_layers.0", "norm2",
          "out_layers.3", "conv2",
          "skip_connection", "conv_shortcut");

  private enum Part {
    RESNET,
    ATTENTION,
    DOWNSAMPLER,
    UPSAMPLER
  }

  /** Modules such as {@code input_blocks.4.1}, and what diffusers calls them. */
  private final Map<String, String> modules = new HashMap<>();

  private final Map<String, Part> parts = new HashMap<>();

  /**
   * @param names all names of the network, as in latent-diffusion's code base
   */
  UnetNames(Collection<String> names) {
    Map<String, SortedMap<Integer, SortedMap<Integer, Part>>> found = new HashMap<>();
    for (String name : names) {
      Matcher block = BLOCK.matcher(name);
      Matcher middle = MIDDLE.matcher(name);
      if (block.matches()) {
        int index = Integer.parseInt(block.group(2));
        found
            .computeIfAbsent(block.group(1), key -> new TreeMap<>())
            .computeIfAbsent(index, key -> new TreeMap<>())
            .put(Integer.parseInt(block.group(3)), part(block.group(4)));
      } else if (middle.matches()) {
        found
            .computeIfAbsent("middle_block", key -> new TreeMap<>())
            .computeIfAbsent(0, key -> new TreeMap<>())
            .put(Integer.parseInt(middle.group(1)), part(middle.group(2)));
      }
    }
    SortedMap<Integer, SortedMap<Integer, Part>> none = new TreeMap<>();
    levels("input_blocks", "down_blocks", 1, found.getOrDefault("input_blocks", none));
    levels("output_blocks", "up_blocks", 0, found.getOrDefault("output_blocks", none));
    middle(found.getOrDefault("middle_block", none));
  }

  @Override
  public boolean accept(String name, StoredTensor tensor, NamePool.Network network) {
    String renamed = rename(name);
    if (renamed == null) {
      return false;
    }
    network.put(renamed, tensor);
    return true;
  }

  /** Diffusers' name, or null for a name that no UNet or ControlNet has. */
  @Nullable String rename(String name) {
    int last = name.lastIndexOf('.');
    if (last < 0) {
      return null;
    }
    String outer = OUTER.get(name.substring(0, last));
    if (outer != null) {
      return outer + name.substring(last);
    }
    if (name.startsWith("zero_convs.")) {
      return name.replaceFirst("^zero_convs\\.(\\d+)\\.0\\.", "controlnet_down_blocks.$1.");
    }
    if (name.startsWith("input_hint_block.")) {
      return hint(name);
    }
    Matcher block = BLOCK.matcher(name);
    Matcher middle = MIDDLE.matcher(name);
    if (block.matches()) {
      return inner(name, block.end(3));
    }
    return middle.matches() ? inner(name, middle.end(1)) : null;
  }

  private @Nullable String inner(String name, int moduleEnd) {
    String module = name.substring(0, moduleEnd);
    String renamed = modules.get(module);
    String rest = name.substring(moduleEnd + 1);
    if (renamed == null) {
      return null;
    }
    if (parts.get(module) == Part.DOWNSAMPLER) {
      return renamed + "." + rest.replaceFirst("^op\\.", "conv.");
    }
    if (parts.get(module) == Part.RESNET) {
      int last = rest.lastIndexOf('.');
      String layer = last < 0 ? null : RESNET.get(rest.substring(0, last));
      return layer == null ? null : renamed + "." + layer + rest.substring(last);
    }
    return renamed + "." + rest;
  }

  /** The small network before a ControlNet: convolutions at the even numbers. */
  private static @Nullable String hint(String name) {
    Matcher matcher = HINT.matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    int index = Integer.parseInt(matcher.group(1));
    String layer = index == 0 ? "conv_in" : index == 14 ? "conv_out" : "blocks." + (index / 2 - 1);
    return "controlnet_cond_embedding." + layer + "." + matcher.group(2);
  }

  private void levels(
      String from, String to, int first, SortedMap<Integer, SortedMap<Integer, Part>> blocks) {
    int level = 0;
    int index = 0;
    int last = blocks.isEmpty() ? -1 : blocks.lastKey();
    for (int i = first; i <= last; i++) {
      boolean levelEnds = false;
      for (Map.Entry<Integer, Part> part : blocks.getOrDefault(i, new TreeMap<>()).entrySet()) {
        Part kind = part.getValue();
        levelEnds |= kind == Part.DOWNSAMPLER || kind == Part.UPSAMPLER;
        add(
            from + "." + i + "." + part.getKey(),
            kind,
            "%s.%d.%s".formatted(to, level, within(kind, index)));
      }
      index = levelEnds ? 0 : index + 1;
      level += levelEnds ? 1 : 0;
    }
  }

  private void middle(SortedMap<Integer, SortedMap<Integer, Part>> middle) {
    Map<Part, Integer> counts = new EnumMap<>(Part.class);
    middle
        .getOrDefault(0, new TreeMap<>())
        .forEach(
            (index, kind) ->
                add(
                    "middle_block." + index,
                    kind,
                    "mid_block." + within(kind, counts.merge(kind, 1, Integer::sum) - 1)));
  }

  private void add(String module, Part part, String renamed) {
    modules.put(module, renamed);
    parts.put(module, part);
  }

  private static String within(Part part, int index) {
    return switch (part) {
      case RESNET -> "resnets." + index;
      case ATTENTION -> "attentions." + index;
      case DOWNSAMPLER -> "downsamplers.0";
      case UPSAMPLER -> "upsamplers.0";
    };
  }

  private static Part part(String layer) {
    return switch (layer) {
      case "in_layers", "out_layers", "emb_layers", "skip_connection" -> Part.RESNET;
      case "op" -> Part.DOWNSAMPLER;
      case "conv" -> Part.UPSAMPLER;
      default -> Part.ATTENTION;
    };
  }
}
