package io.github.easel.prompt;

import io.github.easel.generation.PromptReading;
import io.github.easel.prompt.PromptScript.ExtraNetwork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A LoRA as a prompt asks for it, in A1111's way: {@code <lora:name:text:unet>}, in which the
 * strength in the UNet is that in the text encoders where it is left out, and 1 where both are; or
 * {@code <lora:name:te=0.5:unet=1>}. {@code <lyco:...>} is the same.
 *
 * @param name of the LoRA
 * @param text strength in the text encoders, -{@value #MOST} to {@value #MOST}
 * @param unet strength in the UNet, likewise
 */
public record LoraTag(String name, double text, double unet) {

  /** Beyond it only noise comes out. */
  public static final double MOST = 100;

  private static final Set<String> TYPES = Set.of("lora", "lyco");
  private static final int DECIMALS = 4;

  /** Whether a tag asks for a LoRA. */
  static boolean isMeant(ExtraNetwork tag) {
    return TYPES.contains(tag.type().toLowerCase(Locale.ROOT));
  }

  /** What a tag asks for; nothing if it is of another type. A strength that is no number is 1. */
  public static Optional<LoraTag> of(ExtraNetwork tag) {
    if (!isMeant(tag)) {
      return Optional.empty();
    }
    List<String> positional = new ArrayList<>();
    Optional<Double> namedText = Optional.empty();
    Optional<Double> namedUnet = Optional.empty();
    for (String argument : tag.arguments()) {
      String lower = argument.toLowerCase(Locale.ROOT).strip();
      if (lower.startsWith("te=")) {
        namedText = Optional.of(strength(lower.substring("te=".length()), 1));
      } else if (lower.startsWith("unet=")) {
        namedUnet = Optional.of(strength(lower.substring("unet=".length()), 1));
      } else if (positional.isEmpty() || !lower.startsWith("dyn=")) {
        positional.add(argument.strip());
      }
    }
    if (positional.isEmpty() || positional.get(0).isEmpty()) {
      return Optional.empty();
    }
    double first = positional.size() > 1 ? strength(positional.get(1), 1) : 1;
    double text = namedText.orElse(first);
    double second = positional.size() > 2 ? strength(positional.get(2), text) : text;
    return Optional.of(new LoraTag(positional.get(0), text, namedUnet.orElse(second)));
  }

  /** The LoRAs that a prompt asks for, in its order. */
  public static List<LoraTag> in(String prompt, PromptReading reading) {
    return PromptParser.parse(prompt, reading, 1).extras().stream()
        .flatMap(tag -> of(tag).stream())
        .toList();
  }

  private static double strength(String text, double otherwise) {
    try {
      double number = Double.parseDouble(text.strip());
      return Double.isFinite(number) ? Math.max(-MOST, Math.min(MOST, number)) : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** As it is written in a prompt. */
  @Override
  public String toString() {
    String strengths = number(text);
    return "<lora:"
        + name
        + ":"
        + (text == unet ? strengths : strengths + ":" + number(unet))
        + ">";
  }

  private static String number(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
