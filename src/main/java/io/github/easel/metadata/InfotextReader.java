package io.github.easel.metadata;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.SamplerName;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.image.Infotext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Infotext}: A1111, Forge, Fooocus in its A1111 scheme, Krita AI. */
final class InfotextReader {

  private static final String WIDTH = "-1";
  private static final String HEIGHT = "-2";

  /** Versions of A1111 such as v1.10.1 or 1.9.0-RC-3-gabc; Forge's name theirs behind a v. */
  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.|\\D|$)");

  private static final Pattern FORGE = Pattern.compile("f\\d.*|neo.*|classic.*");

  private InfotextReader() {}

  /** Whether the text has settings and not only words. */
  static boolean hasSettings(String text) {
    return !Infotext.parse(text).settings().isEmpty();
  }

  static FoundSettings read(String text) {
    Infotext infotext = Infotext.parse(text);
    Map<String, String> pairs = infotext.settings();
    SourceProgram program = program(pairs);
    SettingList settings = new SettingList();
    pairs.forEach((key, value) -> add(settings, key, value, pairs));
    boolean comfy = program == SourceProgram.KRITA || program == SourceProgram.FOOOCUS;
    if (!pairs.isEmpty()) {
      settings.imply(
          Meaning.RANDOM, "RNG", comfy || program == SourceProgram.EASEL ? "CPU" : "GPU");
    }
    if (!comfy) {
      automatic(settings, pairs);
    }
    Prompt prompt = infotext.prompt();
    return new FoundSettings(
        program,
        comfy ? ComfyWords.prompt(prompt.positive(), prompt.negative()) : prompt,
        settings.list());
  }

  private static SourceProgram program(Map<String, String> pairs) {
    String version = pairs.getOrDefault("Version", "").toLowerCase(Locale.ROOT);
    if (version.startsWith("easel")) {
      return SourceProgram.EASEL;
    }
    if (version.startsWith("fooocus")) {
      return SourceProgram.FOOOCUS;
    }
    if (FORGE.matcher(version).matches()) {
      return SourceProgram.FORGE;
    }
    return pairs.getOrDefault("Model hash", "").equals("unknown")
        ? SourceProgram.KRITA
        : SourceProgram.A1111;
  }

  private static void add(
      SettingList settings, String key, String value, Map<String, String> pairs) {
    if (key.endsWith(WIDTH) && pairs.containsKey(stem(key) + HEIGHT)) {
      String name = stem(key);
      settings.add(InfotextKeys.meaning(name), name, value + "x" + pairs.get(name + HEIGHT));
    } else if (!key.endsWith(HEIGHT) || !pairs.containsKey(stem(key) + WIDTH)) {
      settings.add(InfotextKeys.meaning(key, pairs), key, value);
    }
  }

  private static String stem(String key) {
    return key.substring(0, key.length() - WIDTH.length());
  }

  /** Since A1111 1.9 a schedule that is not named is the sampler's own choice. */
  private static void automatic(SettingList settings, Map<String, String> pairs) {
    String named = pairs.getOrDefault("Schedule type", "");
    boolean automatic =
        named.isEmpty()
            ? choosesSchedules(pairs.getOrDefault("Version", ""))
            : named.equalsIgnoreCase("Automatic");
    if (automatic) {
      Optional.ofNullable(pairs.get("Sampler"))
          .flatMap(sampler -> SamplerName.find(sampler, "Automatic"))
          .map(SamplerChoice::schedule)
          .filter(own -> own != ScheduleKind.MODEL)
          .ifPresent(own -> settings.imply(Meaning.SCHEDULE, "Schedule type", own.label()));
    }
  }

  private static boolean choosesSchedules(String version) {
    Matcher matcher = VERSION.matcher(version);
    boolean found = false;
    int major = 0;
    int minor = 0;
    while (matcher.find()) {
      // Forge writes its own version first and A1111's behind it.
      found = true;
      major = Integer.parseInt(matcher.group(1));
      minor = Integer.parseInt(matcher.group(2));
    }
    return found && (major > 1 || minor >= 9);
  }
}
