package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import java.util.Map;
import java.util.Set;

/** Reads InvokeAI's {@code invokeai_metadata} (3.0 and later) and {@code sd-metadata} (2.x). */
final class InvokeReader {

  private static final PromptReading READING =
      new PromptReading(Syntax.INVOKE, Emphasis.ORIGINAL, 1);

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry("steps", Meaning.STEPS),
          Map.entry("scheduler", Meaning.SAMPLER),
          Map.entry("sampler_name", Meaning.SAMPLER),
          Map.entry("cfg_scale", Meaning.GUIDANCE),
          Map.entry("seed", Meaning.SEED),
          Map.entry("strength", Meaning.STRENGTH),
          Map.entry("app_version", Meaning.INFORMATION),
          Map.entry("created_by", Meaning.INFORMATION),
          Map.entry("generation_mode", Meaning.INFORMATION),
          Map.entry("type", Meaning.INFORMATION),
          Map.entry("hotfix", Meaning.INFORMATION),
          Map.entry("postprocessing", Meaning.UNKNOWN));

  private InvokeReader() {}

  static FoundSettings read(JsonNode metadata) {
    SettingList settings = new SettingList().addSize(metadata);
    model(settings, metadata.path("model"));
    JsonNode skip = metadata.path("clip_skip");
    if (skip.isIntegralNumber() && skip.canConvertToInt() && skip.intValue() > 0) {
      // InvokeAI counts the layers that are left out, A1111 one more.
      settings.add(Meaning.CLIP_SKIP, "clip_skip", Integer.toString(skip.intValue() + 1));
    }
    String device = metadata.path("rand_device").asText("cpu");
    if (metadata.has("rand_device")) {
      settings.add(Meaning.RANDOM, "rand_device", device.equals("cpu") ? "CPU" : "GPU");
    }
    settings.imply(Meaning.RANDOM, "rand_device", "CPU");
    String loras = loras(metadata.path("loras"), settings);
    settings.addAll(
        metadata,
        MEANINGS,
        Set.of(
            "positive_prompt",
            "negative_prompt",
            "width",
            "height",
            "model",
            "loras",
            "clip_skip",
            "rand_device"));
    return new FoundSettings(
        SourceProgram.INVOKE,
        new Prompt(
            (metadata.path("positive_prompt").asText("") + loras).strip(),
            metadata.path("negative_prompt").asText(""),
            READING),
        settings.list());
  }

  /** As tags behind the words, which is where Easel has them; InvokeAI keeps them in a list. */
  private static String loras(JsonNode list, SettingList settings) {
    StringBuilder tags = new StringBuilder();
    for (JsonNode lora : list) {
      String name = name(lora.path(lora.has("model") ? "model" : "lora"));
      JsonNode weight = lora.path("weight");
      if (name.isBlank() || name.matches(".*[<>:].*") || !weight.isNumber()) {
        settings.add(Meaning.UNKNOWN, "lora", JsonText.words(lora));
      } else {
        String strength = weight.decimalValue().stripTrailingZeros().toPlainString();
        tags.append(" <lora:").append(name).append(':').append(strength).append('>');
      }
    }
    return tags.toString();
  }

  /** Version 2: one prompt with the negative words in brackets, all else in {@code image}. */
  static FoundSettings readLegacy(JsonNode metadata) {
    JsonNode image = metadata.path("image");
    SettingList settings = new SettingList().addSize(image);
    settings.add(Meaning.MODEL, "model_weights", metadata.path("model_weights").asText(""));
    settings.add(Meaning.SAMPLER, "sampler", image.path("sampler").asText(""));
    settings.imply(Meaning.RANDOM, "rand_device", "CPU");
    settings.addAll(
        image, MEANINGS, Set.of("prompt", "width", "height", "sampler", "threshold", "perlin"));
    return new FoundSettings(
        SourceProgram.INVOKE,
        InvokeLegacyPrompt.of(image.path("prompt"), READING),
        settings.list());
  }

  private static void model(SettingList settings, JsonNode model) {
    settings.add(Meaning.MODEL, "model", model.isTextual() ? model.textValue() : name(model));
  }

  /** Version 3 said model_name, later ones name. */
  private static String name(JsonNode model) {
    return model.path("name").asText(model.path("model_name").asText(""));
  }
}
