package io.github.easel.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a source of another shape is brought to the picture's size. */
public enum Fit {
  /** Width and height are changed each by its own factor. */
  STRETCH,
  /** It fills the picture, and what stands over at two sides is cut off. */
  CROP,
  /** All of it is seen, and the borders left at two sides are filled with its edge. */
  PAD;

  /** The name in files and on the command line, for example {@code crop}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fit of that label, in any case of letters. */
  public static Optional<Fit> find(String label) {
    return Arrays.stream(values()).filter(fit -> fit.label().equalsIgnoreCase(label)).findFirst();
  }
}
