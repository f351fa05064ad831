package io.github.easel.generation;

import java.util.regex.Pattern;

/**
 * What is kept about a picture that another one began with: all but its pixels.
 *
 * @param name what people call it; may be empty
 * @param sha256 its pixels' {@link PixelImage#sha256}; empty if nothing is known of them, as of
 *     pictures of other programs
 * @param strength as of {@link Source}
 * @param fit how it was brought to the picture's size
 */
public record SourceRecord(String name, String sha256, double strength, Fit fit) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public SourceRecord {
    if (!(strength > 0 && strength <= 1)) {
      throw new RefusedValue(RefusedValue.Kind.STRENGTH, strength);
    }
    if (!sha256.isEmpty() && !SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
  }

  /** The record of a source. */
  public static SourceRecord of(Source source) {
    return new SourceRecord(
        source.name(), source.image().sha256(), source.strength(), source.fit());
  }

  /** The source again, for whoever has found its pixels. */
  public Source with(PixelImage image) {
    return new Source(image, name, strength, fit);
  }
}
