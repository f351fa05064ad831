package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the JSON of Fooocus. The full prompts hold the styles and the expansion already. */
final class FooocusReader {

  private static final Pattern SIZE = Pattern.compile("\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\)");

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry("steps", Meaning.STEPS),
          Map.entry("sampler", Meaning.SAMPLER),
          Map.entry("scheduler", Meaning.SCHEDULE),
          Map.entry("guidance_scale", Meaning.GUIDANCE),
          Map.entry("seed", Meaning.SEED),
          Map.entry("base_model", Meaning.MODEL),
          Map.entry("clip_skip", Meaning.CLIP_SKIP),
          Map.entry("base_model_hash", Meaning.INFORMATION),
          Map.entry("created_by", Meaning.INFORMATION),
          Map.entry("metadata_scheme", Meaning.INFORMATION),
          Map.entry("performance", Meaning.INFORMATION),
          Map.entry("refiner_model_hash", Meaning.INFORMATION),
          Map.entry("styles", Meaning.INFORMATION),
          Map.entry("version", Meaning.INFORMATION));

  /** Asks for nothing where there is no refiner, or names what other fields hold. */
  private static final Set<String> IDLE =
      Set.of(
          "prompt",
          "negative_prompt",
          "full_prompt",
          "full_negative_prompt",
          "resolution",
          "refiner_switch",
          "prompt_expansion");

  private FooocusReader() {}

  static boolean knows(JsonNode json) {
    return json.has("base_model") && (json.has("full_prompt") || json.has("performance"));
  }

  static FoundSettings read(JsonNode json) {
    SettingList settings = new SettingList();
    String resolution = json.path("resolution").asText("");
    Matcher size = SIZE.matcher(resolution);
    settings.add(
        Meaning.SIZE,
        "resolution",
        size.matches() ? size.group(1) + "x" + size.group(2) : resolution);
    Set<String> done = new HashSet<>(IDLE);
    json.fieldNames()
        .forEachRemaining(
            name -> {
              String value = json.path(name).asText("");
              if (value.equals("None") || (name.equals("vae") && value.startsWith("Default"))) {
                done.add(name);
              }
            });
    settings.addAll(json, MEANINGS, done);
    settings.imply(Meaning.RANDOM, "RNG", "CPU");
    return new FoundSettings(
        SourceProgram.FOOOCUS,
        ComfyWords.prompt(
            words(json, "full_prompt", "prompt"),
            words(json, "full_negative_prompt", "negative_prompt")),
        settings.list());
  }

  private static String words(JsonNode json, String full, String raw) {
    List<String> parts = new ArrayList<>();
    json.path(full).forEach(part -> parts.add(part.asText("")));
    parts.removeIf(String::isBlank);
    return parts.isEmpty() ? json.path(raw).asText("") : String.join(", ", parts);
  }
}
