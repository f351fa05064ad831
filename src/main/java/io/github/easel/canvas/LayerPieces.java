package io.github.easel.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.image.LayerPng;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer's pixels as PNG files: one, or, where it is larger than 8192 pixels to a side, one for
 * each square of that size that holds something.
 */
final class LayerPieces {

  /** Pixels to a side of a piece. */
  static final int SIDE = 8192;

  private LayerPieces() {}

  /** What pieces a layer has; none if it is clear. */
  static List<Area> of(Raster raster) {
    Area all = raster.extent();
    List<Area> pieces = new ArrayList<>();
    for (int y = all.y(); y < all.bottom(); y += SIDE) {
      for (int x = all.x(); x < all.right(); x += SIDE) {
        Area square = new Area(x, y, SIDE, SIDE);
        Area piece =
            raster.tiles().keySet().stream()
                .map(at -> at.area().and(square))
                .reduce(Area.NONE, Area::or);
        if (!piece.empty()) {
          pieces.add(piece);
        }
      }
    }
    return pieces;
  }

  static void write(Layer layer, Area piece, OutputStream out) throws IOException {
    boolean mask = layer.kind() == Layer.Kind.MASK;
    LayerPng.Rows rows =
        (y, row) -> {
          int[] pixels =
              layer.raster().pixels(new Area(piece.x(), piece.y() + y, piece.width(), 1));
          for (int x = 0; x < row.length; x++) {
            row[x] = mask ? pixels[x] : Pixels.straight(pixels[x]);
          }
        };
    if (mask) {
      LayerPng.writeOpacity(piece.width(), piece.height(), rows, out);
    } else {
      LayerPng.write(piece.width(), piece.height(), rows, out);
    }
  }

  /** The pixels with those of a file, which is of the piece's size, in their place. */
  static Raster read(byte[] file, Area piece, boolean mask, Raster raster) throws IOException {
    Bands bands = new Bands(piece, raster);
    if (mask) {
      LayerPng.readOpacity(file, piece.width(), piece.height(), bands);
    } else {
      LayerPng.read(file, piece.width(), piece.height(), bands);
    }
    return bands.raster;
  }

  /**
   * A piece of a list.
   *
   * @throws IOException if it does not lie on the sheet or is larger than pieces are
   */
  static Area area(JsonNode node) throws IOException {
    Area area = StatesReading.area(node);
    if (area.empty() || !Limits.BOUNDS.holds(area) || area.width() > SIDE || area.height() > SIDE) {
      throw new IOException("a piece is out of range");
    }
    return area;
  }

  /** Gathers rows to bands of tiles. */
  private static final class Bands implements LayerPng.Rows {

    private final Area piece;
    private final int[] band;
    private int first;
    private Raster raster;

    private Bands(Area piece, Raster raster) {
      this.piece = piece;
      this.band = new int[piece.width() * Tile.SIDE];
      this.first = piece.y();
      this.raster = raster;
    }

    @Override
    public void row(int y, int[] pixels) {
      int at = piece.y() + y;
      int from = (at - first) * piece.width();
      for (int x = 0; x < pixels.length; x++) {
        band[from + x] = Pixels.premultiplied(pixels[x]);
      }
      boolean full = Math.floorMod(at + 1, Tile.SIDE) == 0;
      if (full || at + 1 == piece.bottom()) {
        Area area = new Area(piece.x(), first, piece.width(), at + 1 - first);
        raster = raster.with(area, java.util.Arrays.copyOf(band, area.width() * area.height()));
        first = at + 1;
      }
    }
  }
}
