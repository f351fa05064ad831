package io.github.easel.metadata;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the keys of A1111's text mean. */
final class InfotextKeys {

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry("Steps", Meaning.STEPS),
          Map.entry("Sampler", Meaning.SAMPLER),
          Map.entry("Schedule type", Meaning.SCHEDULE),
          Map.entry("Scheduler", Meaning.SCHEDULE),
          Map.entry("CFG scale", Meaning.GUIDANCE),
          Map.entry("Seed", Meaning.SEED),
          Map.entry("Size", Meaning.SIZE),
          Map.entry("Model", Meaning.MODEL),
          Map.entry("Variation seed", Meaning.VARIATION_SEED),
          Map.entry("Variation seed strength", Meaning.VARIATION_STRENGTH),
          Map.entry("Seed resize from", Meaning.RESIZED_FROM),
          Map.entry("Mask blur", Meaning.MASK_BLUR),
          Map.entry("Mask mode", Meaning.MASK_MODE),
          Map.entry("Masked content", Meaning.MASKED_CONTENT),
          Map.entry("Inpaint area", Meaning.MASKED_AREA),
          Map.entry("Masked area padding", Meaning.MASKED_PADDING),
          Map.entry("Noise multiplier", Meaning.NOISE_MULTIPLIER),
          Map.entry("Clip skip", Meaning.CLIP_SKIP),
          Map.entry("ENSD", Meaning.STEP_SEED_DELTA),
          Map.entry("RNG", Meaning.RANDOM),
          Map.entry("Emphasis", Meaning.EMPHASIS),
          Map.entry("Eta", Meaning.ETA),
          Map.entry("Skip Early CFG", Meaning.GUIDED_FROM),
          Map.entry("Guided until", Meaning.GUIDED_UNTIL),
          Map.entry("Deep every", Meaning.DEEP_EVERY),
          Map.entry("Token stride", Meaning.TOKEN_STRIDE),
          Map.entry("UNet bits", Meaning.UNET_BITS));

  private static final Set<String> INFORMATION =
      Set.of(
          "Version",
          "User",
          "Model hash",
          "VAE hash",
          "Refiner hash",
          "Lora hashes",
          "TI hashes",
          "Hashes",
          "Hypernet hash",
          "Batch size",
          "Batch pos",
          "App",
          "Backend",
          "Parser",
          "Operations",
          "Created Date",
          "Civitai resources",
          "Civitai metadata",
          "Time taken",
          "Performance",
          "Raw prompt",
          "Raw negative prompt",
          "Styles",
          "Cache FP16 weight for LoRA");

  private InfotextKeys() {}

  static Meaning meaning(String key) {
    if (INFORMATION.contains(key)) {
      return Meaning.INFORMATION;
    }
    return MEANINGS.getOrDefault(key, Meaning.UNKNOWN);
  }

  /** Likewise, for keys that mean something only beside others, or only with some values. */
  static Meaning meaning(String key, Map<String, String> pairs) {
    String value = pairs.getOrDefault(key, "");
    if (key.equals("Eta DDIM")) {
      boolean ddim = pairs.getOrDefault("Sampler", "").toLowerCase(Locale.ROOT).startsWith("ddim");
      return ddim ? Meaning.ETA : Meaning.INFORMATION;
    }
    if (key.equals("Denoising strength")) {
      // Beside settings of a second, larger pass it belongs to that pass.
      boolean larger = pairs.keySet().stream().anyMatch(other -> other.startsWith("Hires "));
      return larger ? Meaning.UNKNOWN : Meaning.STRENGTH;
    }
    boolean idle =
        (key.equals("Schedule type") && value.equalsIgnoreCase("Automatic"))
            || (key.equals("Refiner") && value.equalsIgnoreCase("None"))
            // Shorter prompts are padded here in any case.
            || (key.equals("Pad conds") && value.equalsIgnoreCase("True"));
    return idle ? Meaning.INFORMATION : meaning(key);
  }
}
