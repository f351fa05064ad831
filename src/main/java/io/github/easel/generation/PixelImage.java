package io.github.easel.generation;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pixels, eight bits a channel, red green blue, row by row from the top left. Immutable.
 *
 * <p>Pictures that lie in a file need not be in the memory: see {@link #keptIn}.
 *
 * <p>It lives here and not in the room {@code image} because results carry it and windows show it;
 * the room {@code image} reads and writes files of it.
 */
public final class PixelImage {

  private final int width;
  private final int height;

  /** Null for a picture whose pixels are read when they are needed. */
  private final byte @Nullable [] rgb;

  private final @Nullable Supplier<PixelImage> reader;
  private volatile WeakReference<byte[]> lately = new WeakReference<>(null);
  private volatile @Nullable String sha256;

  /** 0 until it is asked for. Found anew it is the same, so that threads need not agree on it. */
  private int hash;

  private PixelImage(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    reader = null;
  }

  private PixelImage(PixelImage image, Supplier<PixelImage> reader) {
    width = image.width;
    height = image.height;
    rgb = null;
    this.reader = reader;
    lately = new WeakReference<>(image.bytes());
    sha256 = image.sha256();
    hash = image.hashCode();
  }

  /**
   * An image of a copy of the given bytes.
   *
   * @param rgb width x height x 3 bytes
   */
  public static PixelImage of(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "%d bytes are no %dx%d picture of three channels".formatted(rgb.length, width, height));
    }
    return new PixelImage(width, height, rgb.clone());
  }

  /**
   * The same picture, whose pixels are let go when nobody uses them and are read again when
   * somebody does; so jobs and lists can hold many. Whoever needs more than a few of its pixels
   * takes {@link #held} first.
   *
   * @param again reads the same pixels; may throw, and then whatever asks for pixels does
   */
  public PixelImage keptIn(Supplier<PixelImage> again) {
    return new PixelImage(this, again);
  }

  /** This picture with its pixels in the memory for as long as it is referred to. */
  public PixelImage held() {
    return rgb != null ? this : new PixelImage(width, height, bytes());
  }

  private byte[] bytes() {
    byte[] here = rgb;
    if (here != null) {
      return here;
    }
    byte[] known = lately.get();
    if (known == null) {
      known = Objects.requireNonNull(reader).get().bytes();
      lately = new WeakReference<>(known);
    }
    return known;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** A copy of the bytes, width x height x 3. */
  public byte[] rgb() {
    return bytes().clone();
  }

  /** One pixel as 0xFFRRGGBB. */
  public int argb(int x, int y) {
    byte[] from = bytes();
    int at = 3 * (y * width + x);
    return 0xFF000000 | (from[at] & 255) << 16 | (from[at + 1] & 255) << 8 | (from[at + 2] & 255);
  }

  /**
   * What tells this picture from every other: SHA-256 over width and height, four bytes each with
   * the highest first, and {@link #rgb}, in 64 hexadecimal digits of lower case.
   */
  public String sha256() {
    String known = sha256;
    if (known == null) {
      known = ContentHash.of(width, height, bytes());
      sha256 = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PixelImage image
        && image.width == width
        && image.height == height
        && samePixels(image);
  }

  /** Without reading files. */
  private boolean samePixels(PixelImage other) {
    if (rgb != null && other.rgb != null) {
      return Arrays.equals(rgb, other.rgb);
    }
    return sha256().equals(other.sha256());
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = 31 * (31 * width + height) + Arrays.hashCode(bytes());
      hash = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "PixelImage " + width + "x" + height;
  }
}
