package io.github.easel.ui.viewer;

import io.github.easel.generation.PixelImage;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures for JavaFX. */
public final class Images {

  private Images() {}

  /** The picture as it is. */
  public static Image of(PixelImage picture) {
    int width = picture.width();
    int[] argb = new int[width * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < width; x++) {
        argb[y * width + x] = picture.argb(x, y);
      }
    }
    return of(width, picture.height(), argb);
  }

  /**
   * The picture so many times shorter on both sides; a rest at the far edges is spread over all.
   */
  static Image reducedBy(PixelImage picture, int times) {
    return reduced(
        picture,
        Math.max(1, Math.round(picture.width() / (float) times)),
        Math.max(1, Math.round(picture.height() / (float) times)));
  }

  /**
   * The picture no longer than that many pixels on either side. Each new pixel is the mean of those
   * it covers, so that fine detail does not flicker.
   */
  public static Image reduced(PixelImage picture, int longest) {
    double scale = Math.min(1, longest / (double) Math.max(picture.width(), picture.height()));
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    return reduced(picture, width, height);
  }

  private static Image reduced(PixelImage picture, int width, int height) {
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        argb[y * width + x] = mean(picture, x, y, width, height);
      }
    }
    return of(width, height, argb);
  }

  private static int mean(PixelImage picture, int x, int y, int width, int height) {
    int left = x * picture.width() / width;
    int right = (x + 1) * picture.width() / width;
    int top = y * picture.height() / height;
    int bottom = (y + 1) * picture.height() / height;
    float red = 0;
    float green = 0;
    float blue = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        int pixel = picture.argb(column, row);
        red += pixel >> 16 & 255;
        green += pixel >> 8 & 255;
        blue += pixel & 255;
      }
    }
    float count = (right - left) * (bottom - top);
    return argb(red / count, green / count, blue / count);
  }

  /**
   * @param argb width x height opaque pixels as 0xFFRRGGBB
   */
  static Image of(int width, int height, int[] argb) {
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
  }

  /** An opaque pixel of three channels, rounded and kept within 0 to 255. */
  static int argb(float red, float green, float blue) {
    return 0xFF000000 | round(red) << 16 | round(green) << 8 | round(blue);
  }

  private static int round(float value) {
    return Math.max(0, Math.min(255, Math.round(value)));
  }
}
