package io.github.easel.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much each block of a UNet takes of another model in a merge, by the names that A1111's
 * extensions for merging use: {@code IN00} to {@code IN11}, {@code M00}, {@code OUT00} to {@code
 * OUT11}, and {@code BASE} for all that is not in the UNet. The time embedding counts as {@code
 * IN00}, the last layers as the last {@code OUT} block.
 */
public final class BlockWeights {

  /** Blocks on each way of Stable Diffusion 1 and 2, and of XL. */
  private static final int USUAL = 12;

  private static final int OF_XL = 9;

  private static final String BASE = "BASE";
  private static final String MIDDLE = "M00";
  private static final Pattern NAMED = Pattern.compile("([A-Za-z]+)(\\d{0,2})=([^=]+)");
  private static final Pattern UNET =
      Pattern.compile(
          "(?:model\\.)?(?:diffusion_model\\.)?(input_blocks|output_blocks)\\.(\\d{1,2})\\..*");

  private final Map<String, Float> weights;
  private final float otherwise;

  private BlockWeights(Map<String, Float> weights, float otherwise) {
    this.weights = weights;
    this.otherwise = otherwise;
  }

  /** The same everywhere. */
  public static BlockWeights all(float weight) {
    return new BlockWeights(Map.of(), weight);
  }

  /**
   * Reads {@code 0,0.1,...}: 25 numbers from IN00 to OUT11, or 26 with BASE before them (19 or 20
   * for Stable Diffusion XL, which has 9 blocks each way); or {@code IN04=0.3,OUT=0.5}, where a
   * name without a number means all its blocks.
   *
   * @param otherwise the weight of what is not named
   * @throws IllegalArgumentException if it can be read as neither
   */
  public static BlockWeights parse(String text, float otherwise) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    Map<String, Float> weights = new LinkedHashMap<>();
    if (parts.get(0).contains("=")) {
      for (String part : parts) {
        named(part, weights);
      }
      return new BlockWeights(weights, otherwise);
    }
    int each = (parts.size() - 1) / 2;
    List<String> names = names(each);
    if ((each != USUAL && each != OF_XL) || parts.size() > names.size()) {
      throw new IllegalArgumentException(Integer.toString(parts.size()));
    }
    List<String> meant = names.subList(names.size() - parts.size(), names.size());
    for (int i = 0; i < parts.size(); i++) {
      weights.put(meant.get(i), number(parts.get(i)));
    }
    weights.put("OUT-LAST", weights.get(names.get(names.size() - 1)));
    return new BlockWeights(weights, otherwise);
  }

  private static List<String> names(int each) {
    List<String> names = new ArrayList<>(List.of(BASE));
    for (int i = 0; i < each; i++) {
      names.add(numbered("IN", i));
    }
    names.add(MIDDLE);
    for (int i = 0; i < each; i++) {
      names.add(numbered("OUT", i));
    }
    return names;
  }

  private static void named(String part, Map<String, Float> weights) {
    Matcher matcher = NAMED.matcher(part);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(part);
    }
    String way = matcher.group(1).toUpperCase(Locale.ROOT);
    float weight = number(matcher.group(3).strip());
    boolean one = !matcher.group(2).isEmpty();
    int number = one ? Integer.parseInt(matcher.group(2)) : 0;
    boolean sided = way.equals("IN") || way.equals("OUT");
    if (number >= USUAL
        || !(sided || (way.equals("M") && number == 0) || (way.equals(BASE) && !one))) {
      throw new IllegalArgumentException(part);
    }
    if (way.equals(BASE)) {
      weights.put(BASE, weight);
    } else if (way.equals("M")) {
      weights.put(MIDDLE, weight);
    } else if (one) {
      weights.put(numbered(way, number), weight);
    } else {
      for (int i = 0; i < USUAL; i++) {
        weights.put(numbered(way, i), weight);
      }
      if (way.equals("OUT")) {
        weights.put("OUT-LAST", weight);
      }
    }
  }

  private static String numbered(String way, int number) {
    return way + String.format(Locale.ROOT, "%02d", number);
  }

  private static float number(String text) {
    float weight = Float.parseFloat(text); // NumberFormatException is one
    if (!Float.isFinite(weight)) {
      throw new IllegalArgumentException(text);
    }
    return weight;
  }

  /** The weight of a tensor by its name in latent-diffusion's code base. */
  public float of(String tensor) {
    return weights.getOrDefault(block(tensor), otherwise);
  }

  /** Whether it differs from block to block. */
  public boolean varies() {
    return !weights.isEmpty();
  }

  private static String block(String tensor) {
    Matcher matcher = UNET.matcher(tensor);
    if (matcher.matches()) {
      String way = matcher.group(1).startsWith("input") ? "IN" : "OUT";
      return numbered(way, Integer.parseInt(matcher.group(2)));
    }
    if (tensor.contains("diffusion_model.") || tensor.startsWith("middle_block")) {
      if (tensor.contains("middle_block.")) {
        return MIDDLE;
      }
      if (tensor.contains("time_embed.")) {
        return "IN00";
      }
      if (tensor.contains("diffusion_model.out.")) {
        return "OUT-LAST";
      }
    }
    return BASE;
  }

  @Override
  public String toString() {
    return varies() ? weights.toString() : Float.toString(otherwise);
  }
}
