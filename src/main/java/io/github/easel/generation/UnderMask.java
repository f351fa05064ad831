package io.github.easel.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the part that is painted anew begins with. */
public enum UnderMask {
  /** The picture as it is. */
  ORIGINAL,
  /** The colours round about, run together. */
  FILL,
  /** Noise alone, in the latents. */
  NOISE,
  /** Empty latents, all zero. */
  NOTHING;

  /** The name in files and on the command line, for example {@code fill}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The content of that label, in any case of letters. */
  public static Optional<UnderMask> find(String label) {
    return Arrays.stream(values())
        .filter(content -> content.label().equalsIgnoreCase(label))
        .findFirst();
  }
}
