package io.github.easel.generation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a picture in pixels.
 *
 * @param width pixels, 16 to 4096, a multiple of 8
 * @param height pixels, 16 to 4096, a multiple of 8
 */
public record ImageSize(int width, int height) {

  /** Pixels to one latent cell in every Stable Diffusion autoencoder. */
  public static final int LATENT_FACTOR = 8;

  /** Pixels of the shortest side. */
  public static final int SMALLEST = 16;

  /** Pixels of the longest side. */
  public static final int LARGEST = 4096;

  private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,5})\\s*[xX×]\\s*(\\d{1,5})\\s*");

  public ImageSize {
    if (!fits(width) || !fits(height)) {
      throw new RefusedValue(
          RefusedValue.Kind.SIZE, width + "x" + height, LATENT_FACTOR, SMALLEST, LARGEST);
    }
  }

  /**
   * Reads {@code WIDTHxHEIGHT}.
   *
   * @throws RefusedValue when the text is no such size
   */
  public static ImageSize parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new RefusedValue(RefusedValue.Kind.SIZE_TEXT, text);
    }
    return new ImageSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private static boolean fits(int side) {
    return side >= SMALLEST && side <= LARGEST && side % LATENT_FACTOR == 0;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
