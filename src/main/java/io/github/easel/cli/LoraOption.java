package io.github.easel.cli;

import io.github.easel.app.LoraTags;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A LoRA as it is typed: {@code NAME[:STRENGTH[:STRENGTH IN THE TEXT ENCODERS]]}.
 *
 * @param unet strength in the UNet
 * @param text strength in the text encoders
 */
record LoraOption(String name, double unet, double text) {

  private static final String NUMBER = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+))";
  private static final Pattern FORM =
      Pattern.compile("(.+?)(?::" + NUMBER + ")?(?::" + NUMBER + ")?");

  static LoraOption of(String typed, Texts texts) {
    Matcher matcher = FORM.matcher(typed.strip());
    if (!matcher.matches() || matcher.group(1).matches(".*[<>:].*")) {
      throw new TypeConversionException(texts.of("wrong.lora", typed));
    }
    double unet = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
    double text = matcher.group(3) == null ? unet : Double.parseDouble(matcher.group(3));
    return new LoraOption(matcher.group(1).strip(), unet, text);
  }

  /** The prompt with it, in the place of the same one at another strength. */
  String into(String prompt) {
    return LoraTags.with(prompt, name, unet, text);
  }
}
