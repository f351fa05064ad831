package io.github.easel.image;

import io.github.easel.generation.UnderMask;
import java.util.Arrays;
import java.util.Optional;

/** What A1111 calls that which lies under a mask. */
public final class MaskedContent {

  private MaskedContent() {}

  /** Its name in the text, empty for the original, which A1111 leaves out. */
  public static String name(UnderMask content) {
    return switch (content) {
      case ORIGINAL -> "";
      case FILL -> "fill";
      case NOISE -> "latent noise";
      case NOTHING -> "latent nothing";
    };
  }

  /** The content of that name, {@code original} included. */
  public static Optional<UnderMask> find(String name) {
    if (name.equalsIgnoreCase(UnderMask.ORIGINAL.label())) {
      return Optional.of(UnderMask.ORIGINAL);
    }
    return Arrays.stream(UnderMask.values())
        .filter(content -> !name.isEmpty() && name(content).equalsIgnoreCase(name))
        .findFirst();
  }
}
