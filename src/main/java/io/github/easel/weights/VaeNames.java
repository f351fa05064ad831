package io.github.easel.weights;

import io.github.easel.tensor.Shape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The autoencoder's names in latent-diffusion's code base and in diffusers, old and new. The
 * decoder's levels are counted from the other end, and the attention's 1 x 1 convolutions are
 * matrices.
 */
final class VaeNames implements NamePool.Sorting {

  private static final Pattern LEVEL =
      Pattern.compile("(encoder\\.down|decoder\\.up)\\.(\\d{1,4})\\.(.*)");
  private static final Pattern BLOCK = Pattern.compile("block\\.(\\d{1,4})\\.(.*)");
  private static final Pattern MIDDLE = Pattern.compile("(encoder|decoder)\\.mid\\.(.*)");
  private static final Pattern ATTENTION =
      Pattern.compile("(.*\\.attentions\\.\\d+)\\.(\\w+)\\.(weight|bias)");
  private static final Pattern SAME =
      Pattern.compile("(?:(?:encoder|decoder)\\.conv_(?:in|out)|quant_conv|post_quant_conv)\\..*");

  private static final Map<String, String> MIDDLES =
      Map.of(
          "block_1.", "resnets.0.",
          "block_2.", "resnets.1.",
          "attn_1.", "attentions.0.");

  private static final Map<String, String> ATTENTIONS =
      Map.of(
          "norm", "group_norm",
          "q", "to_q",
          "k", "to_k",
          "v", "to_v",
          "proj_out", "to_out.0",
          "query", "to_q",
          "key", "to_k",
          "value", "to_v",
          "proj_attn", "to_out.0");

  private final int levels;

  /**
   * @param names all names of the autoencoder, as in latent-diffusion's code base
   */
  VaeNames(Collection<String> names) {
    int most = 0;
    for (String name : names) {
      Matcher level = LEVEL.matcher(name);
      if (level.matches() && name.startsWith("decoder")) {
        most = Math.max(most, Integer.parseInt(level.group(2)) + 1);
      }
    }
    levels = most;
  }

  @Override
  public boolean accept(String name, StoredTensor tensor, NamePool.Network network) {
    String renamed = rename(name);
    if (renamed == null) {
      return false;
    }
    put(renamed, tensor, network);
    return true;
  }

  /** Names of diffusers before version 0.18 as those of today; all others stay as they are. */
  static boolean modernize(String name, StoredTensor tensor, NamePool.Network network) {
    put(name, tensor, network);
    return true;
  }

  private static void put(String name, StoredTensor tensor, NamePool.Network network) {
    Matcher attention = ATTENTION.matcher(name);
    if (!attention.matches()) {
      network.put(name, tensor);
      return;
    }
    String layer = ATTENTIONS.getOrDefault(attention.group(2), attention.group(2));
    Shape shape = tensor.shape();
    boolean convolution = shape.rank() == 4 && shape.axis(2) == 1 && shape.axis(3) == 1;
    network.put(
        attention.group(1) + "." + layer + "." + attention.group(3),
        convolution ? tensor.shaped(Shape.of(shape.axis(0), shape.axis(1))) : tensor);
  }

  private @Nullable String rename(String name) {
    Matcher level = LEVEL.matcher(name);
    if (level.matches()) {
      int index = Integer.parseInt(level.group(2));
      boolean decoder = name.startsWith("decoder");
      String renamed =
          decoder ? "decoder.up_blocks." + (levels - 1 - index) : "encoder.down_blocks." + index;
      return layer(renamed, level.group(3));
    }
    Matcher middle = MIDDLE.matcher(name);
    if (middle.matches()) {
      for (Map.Entry<String, String> entry : MIDDLES.entrySet()) {
        if (middle.group(2).startsWith(entry.getKey())) {
          String rest = middle.group(2).substring(entry.getKey().length());
          return middle.group(1) + ".mid_block." + entry.getValue() + shortcut(rest);
        }
      }
      return null;
    }
    if (name.matches("(encoder|decoder)\\.norm_out\\..*")) {
      return name.replace(".norm_out.", ".conv_norm_out.");
    }
    return SAME.matcher(name).matches() ? name : null;
  }

  private static @Nullable String layer(String level, String name) {
    Matcher block = BLOCK.matcher(name);
    if (block.matches()) {
      return level + ".resnets." + block.group(1) + "." + shortcut(block.group(2));
    }
    if (name.startsWith("downsample.") || name.startsWith("upsample.")) {
      return level + "." + name.replaceFirst("sample\\.", "samplers.0.");
    }
    return null;
  }

  private static String shortcut(String layer) {
    return layer.replaceFirst("^nin_shortcut\\.", "conv_shortcut.");
  }

  /** The tensors with all names as in diffusers today. */
  static Map<String, StoredTensor> modern(TensorFile file) {
    return new LinkedHashMap<>(new NamePool(file).sort(file.tensors(), VaeNames::modernize));
  }
}
