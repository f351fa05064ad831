package io.github.easel.metadata;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.Remark.Reason;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the words over, and how they are read. */
final class PromptImport {

  /** A1111's call for an extra network; LoRAs Easel has itself. */
  private static final Pattern NETWORK = Pattern.compile("\\s?<(\\w{1,20}):([^<>]{1,200})>");

  private static final Pattern LORA = Pattern.compile("lora|lyco", Pattern.CASE_INSENSITIVE);

  private final FoundSettings found;
  private final KnownModel model;
  private final Remarks remarks;

  PromptImport(FoundSettings found, KnownModel model, Remarks remarks) {
    this.model = model;
    this.found = found;
    this.remarks = remarks;
  }

  /** The prompt, without calls for networks that Easel does not have. */
  Prompt prompt() {
    Prompt prompt = found.prompt();
    PromptReading reading =
        new PromptReading(prompt.reading().syntax(), emphasis(prompt.reading()), clipSkip());
    translation();
    return new Prompt(
        withoutNetworks(prompt.positive()), withoutNetworks(prompt.negative()), reading);
  }

  private void translation() {
    String words = found.prompt().positive() + found.prompt().negative();
    switch (found.program()) {
      case NOVELAI -> remarks.add(Reason.PROMPT_TRANSLATED, found.program().label());
      case COMFYUI, KRITA, FOOOCUS -> {
        if (ComfyWords.isWeighted(words)) {
          remarks.add(Reason.WEIGHTS_DIFFER, found.program().label());
        }
      }
      case EASEL, A1111, FORGE, INVOKE -> {}
    }
  }

  private String withoutNetworks(String words) {
    if (found.program() == SourceProgram.COMFYUI) {
      // It loads networks by nodes; angle brackets are words to it.
      return words;
    }
    Matcher network = NETWORK.matcher(words);
    StringBuilder rest = new StringBuilder();
    while (network.find()) {
      if (LORA.matcher(network.group(1)).matches()) {
        network.appendReplacement(rest, "$0");
        continue;
      }
      remarks.add(Reason.UNKNOWN, network.group(1), network.group(2));
      network.appendReplacement(rest, "");
    }
    return network.appendTail(rest).toString();
  }

  private Emphasis emphasis(PromptReading reading) {
    Optional<FoundSetting> setting = found.first(Meaning.EMPHASIS);
    if (setting.isEmpty()) {
      return reading.emphasis();
    }
    Optional<Emphasis> emphasis =
        switch (setting.get().value().strip().toLowerCase(Locale.ROOT)) {
          case "original" -> Optional.of(Emphasis.ORIGINAL);
          case "none" -> Optional.of(Emphasis.NONE);
          case "no norm" -> Optional.of(Emphasis.NO_NORM);
          case "ignore" -> Optional.of(Emphasis.IGNORE);
          default -> Optional.empty();
        };
    if (emphasis.isPresent()) {
      remarks.applied(setting.get());
    } else {
      remarks.unknown(setting.get());
    }
    return emphasis.orElse(reading.emphasis());
  }

  private int clipSkip() {
    Optional<FoundSetting> setting = found.first(Meaning.CLIP_SKIP);
    if (setting.isEmpty()) {
      return 1;
    }
    Optional<BigInteger> skip = Numbers.whole(setting.get().value());
    if (skip.isEmpty()) {
      remarks.unreadable(setting.get());
      return 1;
    }
    int fitted =
        skip.get().max(BigInteger.ONE).min(BigInteger.valueOf(model.mostClipSkip())).intValue();
    if (skip.get().equals(BigInteger.valueOf(fitted))) {
      remarks.applied(setting.get());
    } else {
      remarks.limited(setting.get(), Integer.toString(fitted));
    }
    return fitted;
  }
}
