package io.github.easel.generation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept about a picture that another one began with: all but its pixels.
 *
 * @param name what people call it; may be empty
 * @param sha256 its pixels' {@link PixelImage#sha256}; empty if nothing is known of them, as of
 *     pictures of other programs
 * @param strength as of {@link Source}
 * @param fit how it was brought to the picture's size
 * @param manner as of {@link Source}
 * @param repaint the part that was painted anew, if it was not all
 */
public record SourceRecord(
    String name,
    String sha256,
    double strength,
    Fit fit,
    Manner manner,
    Optional<RepaintRecord> repaint) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public SourceRecord {
    if (!(strength > 0 && strength <= 1)) {
      throw new RefusedValue(RefusedValue.Kind.STRENGTH, strength);
    }
    checkHash(sha256);
  }

  /** The record of a source in the usual manner that all of the picture came of. */
  public SourceRecord(String name, String sha256, double strength, Fit fit) {
    this(name, sha256, strength, fit, Manner.USUAL, Optional.empty());
  }

  static void checkHash(String sha256) {
    if (!sha256.isEmpty() && !SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
  }

  /** The record of a source. */
  public static SourceRecord of(Source source) {
    return new SourceRecord(
        source.name(),
        source.image().sha256(),
        source.strength(),
        source.fit(),
        source.manner(),
        source.repaint().map(RepaintRecord::of));
  }

  /**
   * The source again, for whoever has found its pixels.
   *
   * @param mask the mask of the part that was painted anew; without it all of the picture is
   */
  public Source with(PixelImage image, Optional<Mask> mask) {
    return new Source(
        image, name, strength, fit, manner, repaint.flatMap(record -> mask.map(record::with)));
  }
}
