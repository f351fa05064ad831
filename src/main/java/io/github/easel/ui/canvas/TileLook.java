package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Raster.At;
import io.github.easel.canvas.Tile;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** What one tile looks like: its layers one over the other, and the mask over them. */
final class TileLook {

  private TileLook() {}

  /**
   * The tile as an image.
   *
   * @param halvings how often it is halved, so that it does not flicker where it is drawn small
   */
  static TileImage image(Canvas canvas, At at, Veil veil, int halvings) {
    int side = Tile.SIDE >> halvings;
    return new TileImage(pixels(canvas, at.area(), veil, halvings), side, halvings);
  }

  /**
   * What is seen of an area.
   *
   * @param area whose sides are multiples of what is made one pixel
   * @return its pixels, row by row, as many times fewer
   */
  static int[] pixels(Canvas canvas, Area area, Veil veil, int halvings) {
    int[] pixels = Compositor.pixels(canvas, area);
    veil(pixels, canvas.mask(), area, veil);
    int width = area.width();
    for (int i = 0; i < halvings; i++) {
      pixels = halved(pixels, width);
      width /= 2;
    }
    return pixels;
  }

  /**
   * An image that takes the pixels over.
   *
   * @param pixels 0xAARRGGBB, multiplied by their opacity
   */
  static Image image(int[] pixels, int width, int height) {
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
  }

  private static void veil(int[] pixels, Layer mask, Area area, Veil veil) {
    if (!mask.visible() || mask.raster().clear()) {
      return;
    }
    int[] covered = mask.raster().pixels(area);
    double most = veil.opacity() * mask.opacity();
    for (int i = 0; i < pixels.length; i++) {
      int share = covered[i] >>> 24;
      if (share != 0) {
        pixels[i] = over(pixels[i], veil.colour(), (int) Math.round(share * most));
      }
    }
  }

  /** The pixel under so much of a colour, 0 to 255. */
  private static int over(int pixel, int colour, int share) {
    int rest = 255 - share;
    int alpha = share + part(pixel >>> 24, rest);
    int red = part(colour >> 16 & 255, share) + part(pixel >> 16 & 255, rest);
    int green = part(colour >> 8 & 255, share) + part(pixel >> 8 & 255, rest);
    int blue = part(colour & 255, share) + part(pixel & 255, rest);
    return alpha << 24
        | (Math.min(alpha, red) << 16)
        | (Math.min(alpha, green) << 8)
        | Math.min(alpha, blue);
  }

  private static int part(int value, int share) {
    return (value * share + 127) / 255;
  }

  /** Each pixel the mean of four; possible as it is, since colours are multiplied by opacity. */
  private static int[] halved(int[] pixels, int width) {
    int half = width / 2;
    int[] small = new int[pixels.length / 4];
    for (int i = 0; i < small.length; i++) {
      int at = 2 * (i / half) * width + 2 * (i % half);
      small[i] = mean(pixels[at], pixels[at + 1], pixels[at + width], pixels[at + width + 1]);
    }
    return small;
  }

  private static int mean(int a, int b, int c, int d) {
    int mean = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int sum =
          (a >>> shift & 255) + (b >>> shift & 255) + (c >>> shift & 255) + (d >>> shift & 255);
      mean |= ((sum + 2) / 4) << shift;
    }
    return mean;
  }
}
