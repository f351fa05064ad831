package io.github.easel.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which looks at the running picture somebody wants.
 *
 * @param kind how they are made
 * @param every steps from one look to the next, 1 or more
 */
public record PreviewWish(Kind kind, int every) {

  /** How previews are made. */
  public enum Kind {
    /** Not at all. */
    OFF,
    /** Colours straight from the latents: an eighth of the size, at next to no cost. */
    FAST,
    /** Through the decoder: full size, but each costs a decoding. */
    FULL,
    /** Through the decoder where that costs no more than a step, else fast. */
    AUTO;

    /** The name in the settings file. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that label. */
    public static Optional<Kind> find(String label) {
      return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
  }

  /** No previews. */
  public static final PreviewWish NONE = new PreviewWish(Kind.OFF, 1);

  /** Less than one step is taken for one. */
  public PreviewWish {
    every = Math.max(1, every);
  }
}
