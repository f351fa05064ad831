package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads NovelAI: {@code Software} is NovelAI, {@code Description} the prompt, {@code Comment} a
 * JSON object. A1111 reads them as made with clip skip 2 and ENSD 31337.
 */
final class NovelAiReader {

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry("steps", Meaning.STEPS),
          Map.entry("sampler", Meaning.SAMPLER),
          Map.entry("noise_schedule", Meaning.SCHEDULE),
          Map.entry("scale", Meaning.GUIDANCE),
          Map.entry("seed", Meaning.SEED),
          Map.entry("n_samples", Meaning.INFORMATION),
          Map.entry("request_type", Meaning.INFORMATION),
          Map.entry("signed_hash", Meaning.INFORMATION),
          Map.entry("version", Meaning.INFORMATION),
          Map.entry("stream", Meaning.INFORMATION));

  /** Fields whose usual numbers ask for nothing. */
  private static final Map<String, Double> IDLE =
      Map.of(
          "uncond_scale", 1.0,
          "cfg_rescale", 0.0,
          "controlnet_strength", 1.0,
          "dynamic_thresholding_percentile", 0.999,
          "dynamic_thresholding_mimic_scale", 10.0,
          "skip_cfg_below_sigma", 0.0,
          "noise", 0.0);

  private NovelAiReader() {}

  static boolean knows(JsonNode comment) {
    return (comment.has("uc") || comment.has("v4_prompt"))
        && comment.has("sampler")
        && comment.has("steps");
  }

  /**
   * The settings of a picture.
   *
   * @param description the prompt, for pictures whose comment has none
   * @param source model and version, or empty
   */
  static FoundSettings read(JsonNode comment, String description, String source) {
    SettingList settings = new SettingList().addSize(comment);
    settings.add(Meaning.MODEL, "Source", source);
    List<String> done =
        new ArrayList<>(
            List.of("prompt", "uc", "width", "height", "v4_prompt", "v4_negative_prompt"));
    IDLE.forEach(
        (name, usual) -> {
          if (comment.path(name).isNumber() && comment.path(name).doubleValue() == usual) {
            done.add(name);
          }
        });
    settings.addAll(comment, MEANINGS, Set.copyOf(done));
    settings.imply(Meaning.CLIP_SKIP, "Clip skip", "2");
    settings.imply(Meaning.STEP_SEED_DELTA, "ENSD", "31337");
    settings.imply(Meaning.RANDOM, "RNG", "GPU");
    characters(settings, comment.path("v4_prompt"));
    return new FoundSettings(
        SourceProgram.NOVELAI,
        new Prompt(
            NovelAiPrompt.translate(
                words(comment.path("v4_prompt"), comment.path("prompt").asText(description))),
            NovelAiPrompt.translate(
                words(comment.path("v4_negative_prompt"), comment.path("uc").asText("")))),
        settings.list());
  }

  private static String words(JsonNode prompt, String otherwise) {
    return prompt.path("caption").path("base_caption").asText(otherwise);
  }

  private static void characters(SettingList settings, JsonNode prompt) {
    prompt
        .path("caption")
        .path("char_captions")
        .forEach(
            character ->
                settings.add(
                    Meaning.UNKNOWN, "character", character.path("char_caption").asText("")));
  }
}
