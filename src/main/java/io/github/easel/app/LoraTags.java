package io.github.easel.app;

import io.github.easel.prompt.LoraTag;
import io.github.easel.prompt.PromptScript.ExtraNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The LoRAs in a prompt, where they stand as text, to be shown and changed. */
public final class LoraTags {

  private static final Pattern TAG =
      Pattern.compile("<(lora|lyco):([^>]+)>", Pattern.CASE_INSENSITIVE);

  private LoraTags() {}

  /**
   * One of them.
   *
   * @param unet strength in the UNet
   * @param text strength in the text encoders
   * @param start where its tag begins
   * @param end behind its tag
   */
  public record Mark(String name, double unet, double text, int start, int end) {}

  /** All of a prompt, in its order. */
  public static List<Mark> in(String prompt) {
    List<Mark> marks = new ArrayList<>();
    Matcher matcher = TAG.matcher(prompt);
    while (matcher.find()) {
      List<String> arguments = List.of(matcher.group(2).split(":", -1));
      LoraTag.of(new ExtraNetwork(matcher.group(1), arguments))
          .ifPresent(
              tag ->
                  marks.add(
                      new Mark(
                          tag.name(), tag.unet(), tag.text(), matcher.start(), matcher.end())));
    }
    return marks;
  }

  /** The prompt with that LoRA at these strengths, at its end if it was not there. */
  public static String with(String prompt, String name, double unet, double text) {
    String tag = new LoraTag(name, text, unet).toString();
    Optional<Mark> known = find(prompt, name);
    if (known.isPresent()) {
      Mark mark = known.get();
      return prompt.substring(0, mark.start()) + tag + prompt.substring(mark.end());
    }
    boolean apart = prompt.isEmpty() || Character.isWhitespace(prompt.charAt(prompt.length() - 1));
    return prompt + (apart ? "" : " ") + tag;
  }

  /** The prompt without that LoRA. */
  public static String without(String prompt, String name) {
    String rest = prompt;
    Optional<Mark> mark = find(rest, name);
    while (mark.isPresent()) {
      int start = mark.get().start();
      int end = mark.get().end();
      boolean space = start > 0 && rest.charAt(start - 1) == ' ';
      rest = rest.substring(0, space ? start - 1 : start) + rest.substring(end);
      mark = find(rest, name);
    }
    return rest;
  }

  private static Optional<Mark> find(String prompt, String name) {
    return in(prompt).stream().filter(mark -> mark.name().equalsIgnoreCase(name)).findFirst();
  }
}
