package io.github.easel.metadata;

import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.ScheduleKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What another program's name of a sampler stands for.
 *
 * @param sampler the sampler, or the one nearest to it
 * @param schedule the schedule, if the name holds one
 * @param exact whether it is that sampler
 */
record SamplerMatch(SamplerKind sampler, Optional<ScheduleKind> schedule, boolean exact) {

  /** NovelAI's and Krita AI's names, and those of programs' variants of a sampler. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("k_euler", "Euler"),
          Map.entry("k_euler_ancestral", "Euler a"),
          Map.entry("k_dpm_2", "DPM2"),
          Map.entry("k_dpm_2_ancestral", "DPM2 a"),
          Map.entry("k_dpmpp_2m", "DPM++ 2M"),
          Map.entry("k_dpmpp_2m_sde", "DPM++ 2M SDE"),
          Map.entry("k_dpmpp_sde", "DPM++ SDE"),
          Map.entry("k_lms", "LMS"),
          Map.entry("k_heun", "Heun"),
          Map.entry("ddim_v3", "DDIM"),
          Map.entry("dpmpp_2m_sde_gpu", "DPM++ 2M SDE"),
          Map.entry("dpmpp_sde_gpu", "DPM++ SDE"));

  /** Samplers that Easel does not have, each with those that come nearest to it. */
  private static final Map<String, List<String>> NEAREST =
      Map.ofEntries(
          Map.entry("dpm++ 3m", List.of("DPM++ 2M")),
          Map.entry("dpmpp_3m", List.of("DPM++ 2M")),
          Map.entry("dpm++ 2s a", List.of("DPM++ SDE", "Euler a")),
          Map.entry("dpmpp_2s", List.of("DPM++ SDE", "DPM++ 2M")),
          Map.entry("k_dpmpp_2s_ancestral", List.of("DPM++ SDE", "Euler a")),
          Map.entry("dpm++ 2m sde heun", List.of("DPM++ 2M SDE")),
          Map.entry("dpm fast", List.of("DPM++ 2M")),
          Map.entry("dpm adaptive", List.of("DPM++ 2M")),
          Map.entry("dpm_", List.of("DPM++ 2M")),
          Map.entry("k_dpm_", List.of("DPM++ 2M")),
          Map.entry("restart", List.of("Euler a", "Euler")),
          Map.entry("heunpp2", List.of("Heun")),
          Map.entry("euler_ancestral", List.of("Euler a")),
          Map.entry("euler", List.of("Euler")),
          Map.entry("ipndm", List.of("PNDM", "LMS")),
          Map.entry("uni", List.of("UniPC")),
          Map.entry("ddim", List.of("DDIM")));

  /**
   * The sampler of that name.
   *
   * @param otherwise for names that nothing comes near to
   */
  static SamplerMatch of(String name, SamplerKind otherwise) {
    Optional<SamplerMatch> exact =
        find(name).or(() -> find(OTHER_NAMES.getOrDefault(fold(name), "")));
    if (exact.isPresent()) {
      return exact.get();
    }
    // Krita AI names a preset in front of the sampler.
    int preset = name.lastIndexOf(" - ");
    if (preset >= 0) {
      return of(name.substring(preset + 3), otherwise);
    }
    return new SamplerMatch(nearest(name).orElse(otherwise), schedule(name), false);
  }

  private static Optional<SamplerMatch> find(String name) {
    Optional<SamplerMatch> whole =
        SamplerKind.find(name).map(kind -> new SamplerMatch(kind, Optional.empty(), true));
    int space = name.strip().lastIndexOf(' ');
    if (whole.isPresent() || space < 0) {
      return whole;
    }
    return schedule(name)
        .flatMap(
            schedule ->
                SamplerKind.find(name.strip().substring(0, space))
                    .map(kind -> new SamplerMatch(kind, Optional.of(schedule), true)));
  }

  private static Optional<ScheduleKind> schedule(String name) {
    return ScheduleKind.find(name.strip().substring(name.strip().lastIndexOf(' ') + 1));
  }

  /** By the longest name that this one begins with. */
  private static Optional<SamplerKind> nearest(String name) {
    String folded = fold(name);
    for (int length = folded.length(); length > 0; length--) {
      for (String candidate : NEAREST.getOrDefault(folded.substring(0, length), List.of())) {
        Optional<SamplerKind> kind = SamplerKind.find(candidate);
        if (kind.isPresent()) {
          return kind;
        }
      }
    }
    return Optional.empty();
  }

  private static String fold(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT);
    return folded.substring(0, Math.min(folded.length(), 60));
  }
}
