package io.github.easel.generation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The samplers by name. The algorithms themselves live in the room {@code scheduler}. */
public enum SamplerKind {
  /** Denoising diffusion implicit models, deterministic (eta 0). */
  DDIM("DDIM", List.of("DDIMScheduler")),
  /** Denoising diffusion probabilistic models: ancestral, draws noise at every step. */
  DDPM("DDPM", List.of("DDPMScheduler"));

  private final String label;
  private final List<String> aliases;

  SamplerKind(String label, List<String> aliases) {
    this.label = label;
    this.aliases = aliases;
  }

  /** The name as people and metadata write it. */
  public String label() {
    return label;
  }

  /** Other programs' names for the same algorithm. */
  public List<String> aliases() {
    return aliases;
  }

  /** The sampler of that name, whatever its case and spacing. */
  public static Optional<SamplerKind> find(String name) {
    String wanted = fold(name);
    return Arrays.stream(values())
        .filter(
            kind ->
                fold(kind.label).equals(wanted)
                    || kind.aliases.stream().anyMatch(alias -> fold(alias).equals(wanted)))
        .findFirst();
  }

  private static String fold(String name) {
    return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }
}
