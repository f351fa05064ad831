package io.github.easel.metadata;

import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.SamplerName;
import io.github.easel.generation.ScheduleKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What another program's name of a sampler stands for.
 *
 * @param sampler the sampler, or the one nearest to it
 * @param schedule the schedule, if the name holds one
 * @param exact whether it is that sampler
 */
record SamplerMatch(SamplerKind sampler, Optional<ScheduleKind> schedule, boolean exact) {

  /** Names that stand in Easel for a sampler which leaves out their fresh noise. */
  private static final Pattern ANCESTRAL_2S =
      Pattern.compile("(k_)?(dpm\\+\\+|dpmpp)[ _]2s[ _]a.*", Pattern.CASE_INSENSITIVE);

  /**
   * Samplers that come near to k-diffusion's of the same name and not to the pixel: those with
   * fresh noise draw it from a Brownian tree there, others leave out the last sigma but one, and
   * UniPC is of order 3 with B(h) = h.
   */
  private static final Set<SamplerKind> NEAR_K_DIFFUSION =
      EnumSet.of(
          SamplerKind.DPM2,
          SamplerKind.DPM2_A,
          SamplerKind.DPMPP_2M_SDE,
          SamplerKind.DPMPP_2M_SDE_HEUN,
          SamplerKind.DPMPP_3M_SDE,
          SamplerKind.DPMPP_SDE,
          SamplerKind.UNIPC);

  /** Samplers that Easel does not have, each with the one nearest to it. */
  private static final Map<String, String> NEAREST =
      Map.ofEntries(
          Map.entry("dpm fast", "DPM++ 2S"),
          Map.entry("dpm_fast", "DPM++ 2S"),
          Map.entry("dpm_adaptive", "DPM++ 2S"),
          Map.entry("dpm adaptive", "DPM++ 2S"),
          Map.entry("k_dpm_fast", "DPM++ 2S"),
          Map.entry("k_dpm_adaptive", "DPM++ 2S"),
          Map.entry("restart", "Euler a"),
          Map.entry("heunpp2", "Heun"),
          Map.entry("dpmpp_2m_", "DPM++ 2M"),
          Map.entry("dpm++ 2m ", "DPM++ 2M"),
          Map.entry("euler_ancestral", "Euler a"),
          Map.entry("euler a ", "Euler a"),
          Map.entry("euler", "Euler"),
          Map.entry("k_euler", "Euler"),
          Map.entry("ipndm", "PNDM"),
          Map.entry("plms", "PNDM"),
          Map.entry("nai_smea", "Euler a"),
          Map.entry("ddim", "DDIM"));

  /**
   * The sampler of that name.
   *
   * @param otherwise for names that nothing comes near to
   */
  static SamplerMatch of(String name, SamplerKind otherwise) {
    Optional<SamplerChoice> known = SamplerName.find(name);
    if (known.isPresent()) {
      boolean exact = !ANCESTRAL_2S.matcher(name.strip()).matches();
      return new SamplerMatch(known.get().sampler(), scheduleOf(known.get()), exact);
    }
    // Krita AI names a preset in front of the sampler.
    int preset = name.lastIndexOf(" - ");
    if (preset >= 0) {
      return of(name.substring(preset + 3), otherwise);
    }
    return new SamplerMatch(nearest(name).orElse(otherwise), schedule(name), false);
  }

  /** Whether a picture of that program comes out a little different with the same sampler. */
  boolean differsFrom(SourceProgram program) {
    return switch (program) {
      // InvokeAI's samplers are those of diffusers, which ours follow.
      case EASEL, INVOKE -> false;
      case A1111, FORGE, COMFYUI, KRITA, FOOOCUS, NOVELAI -> NEAR_K_DIFFUSION.contains(sampler);
    };
  }

  private static Optional<ScheduleKind> scheduleOf(SamplerChoice choice) {
    return Optional.of(choice.schedule()).filter(schedule -> schedule != ScheduleKind.MODEL);
  }

  private static Optional<ScheduleKind> schedule(String name) {
    return ScheduleKind.find(name.strip().substring(name.strip().lastIndexOf(' ') + 1));
  }

  /** By the longest name that this one begins with. */
  private static Optional<SamplerKind> nearest(String name) {
    String folded = fold(name);
    for (int length = folded.length(); length > 0; length--) {
      String nearest = NEAREST.get(folded.substring(0, length));
      if (nearest != null) {
        return SamplerKind.find(nearest);
      }
    }
    return Optional.empty();
  }

  private static String fold(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT);
    return folded.substring(0, Math.min(folded.length(), 60));
  }
}
