package io.github.easel.generation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a run's steps are spread over the noise levels. The tables live in {@code scheduler}. */
public enum ScheduleKind {
  /** As the model's own configuration says. */
  MODEL("Automatic", List.of("Uniform", "model", "default", "normal", "ddim_uniform")),
  /** Karras et al. 2022, "Elucidating the design space of diffusion-based generative models". */
  KARRAS("Karras", List.of()),
  /** Even steps in the logarithm of sigma. */
  EXPONENTIAL("Exponential", List.of("Polyexponential")),
  /** Quantiles of the beta distribution (Lee et al. 2024, "Beta sampling is all you need"). */
  BETA("Beta", List.of()),
  /** Trailing timesteps, from the very last one on; other programs call it SGM uniform. */
  TRAILING("SGM Uniform", List.of("trailing", "sgm_uniform", "simple")),
  /** Sabour et al. 2024, "Align your steps: optimizing sampling schedules in diffusion models". */
  ALIGN_YOUR_STEPS("Align Your Steps", List.of("AYS"));

  private final String label;
  private final List<String> aliases;

  ScheduleKind(String label, List<String> aliases) {
    this.label = label;
    this.aliases = aliases;
  }

  /** The name as people and metadata write it. */
  public String label() {
    return label;
  }

  /** The label and other programs' names for the same. */
  public Stream<String> names() {
    return Stream.concat(Stream.of(label), aliases.stream());
  }

  /** The schedule of that name, whatever its case and spacing. */
  public static Optional<ScheduleKind> find(String name) {
    String wanted = Names.fold(name);
    return Arrays.stream(values())
        .filter(kind -> kind.names().anyMatch(other -> Names.fold(other).equals(wanted)))
        .findFirst();
  }
}
