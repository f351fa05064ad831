package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Raster.At;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A tile's image, of which parts can be drawn anew: only they go to the graphics card again. */
final class TileImage {

  private final PixelBuffer<IntBuffer> buffer;
  private final Image image;
  private final int side;
  private final int halvings;

  /**
   * @param pixels 0xAARRGGBB, multiplied by their opacity, which it takes over
   * @param side of the image
   * @param halvings how often the tile was halved
   */
  TileImage(int[] pixels, int side, int halvings) {
    buffer =
        new PixelBuffer<>(side, side, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
    this.side = side;
    this.halvings = halvings;
  }

  Image image() {
    return image;
  }

  /** Draws a part of it anew, on the window's thread. */
  void update(Canvas canvas, At at, Area changed, Veil veil) {
    int unit = 1 << halvings;
    Area tile = at.area();
    int left = (changed.x() - tile.x()) / unit;
    int top = (changed.y() - tile.y()) / unit;
    int right = (changed.right() - tile.x() + unit - 1) / unit;
    int bottom = (changed.bottom() - tile.y() + unit - 1) / unit;
    int width = right - left;
    Area whole =
        new Area(
            tile.x() + left * unit, tile.y() + top * unit, width * unit, (bottom - top) * unit);
    int[] pixels = TileLook.pixels(canvas, whole, veil, halvings);
    buffer.updateBuffer(
        into -> {
          for (int row = top; row < bottom; row++) {
            into.getBuffer().put(row * side + left, pixels, (row - top) * width, width);
          }
          return new Rectangle2D(left, top, width, bottom - top);
        });
  }
}
