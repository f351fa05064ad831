package io.github.easel.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a closed line goes round, with soft stairs. Where it crosses itself, all that it goes round
 * in one direction is inside (the nonzero rule), so that a loop of a lasso cuts no hole.
 *
 * <p>Each row of pixels is cut into thin rows, on which what is covered is known exactly.
 */
final class Polygon implements Cover {

  private static final int THIN_ROWS = 8;

  /** From one corner to the next, downwards; turn is 1 where the line itself went down, else -1. */
  private record Edge(double x, double top, double bottom, double slope, int turn) {

    double at(double y) {
      return x + (y - top) * slope;
    }

    /** Whether it may go through a tile that lies in one of its rows of tiles. */
    boolean touches(Area tile) {
      double one = at(Math.max(top, tile.y()));
      double other = at(Math.min(bottom, tile.bottom()));
      return Math.min(one, other) < tile.right() && Math.max(one, other) > tile.x();
    }
  }

  private record Crossing(double x, int turn) {}

  private final Area area;

  /** The edges that touch each row of tiles. */
  private final Map<Integer, List<Edge>> edges = new HashMap<>();

  /**
   * @param xs the corners, in pixels; the middle of a pixel is at one half
   * @param ys as many
   */
  Polygon(double[] xs, double[] ys) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < xs.length; i++) {
      left = Math.min(left, clip(xs[i]));
      right = Math.max(right, clip(xs[i]));
      top = Math.min(top, clip(ys[i]));
      bottom = Math.max(bottom, clip(ys[i]));
      int next = (i + 1) % xs.length;
      enter(clip(xs[i]), clip(ys[i]), clip(xs[next]), clip(ys[next]));
    }
    area =
        xs.length == 0
            ? Area.NONE
            : Area.between(
                (int) Math.floor(left),
                (int) Math.floor(top),
                (int) Math.ceil(right),
                (int) Math.ceil(bottom));
  }

  /** Nothing is painted outside the sheet, and no number beyond it is worth its precision. */
  private static double clip(double value) {
    return Math.max(-Limits.MOST_SIDE, Math.min(Limits.MOST_SIDE, value));
  }

  private void enter(double x, double y, double toX, double toY) {
    if (y == toY) {
      return;
    }
    double slope = (toX - x) / (toY - y);
    Edge edge = y < toY ? new Edge(x, y, toY, slope, 1) : new Edge(toX, toY, y, slope, -1);
    int last = Math.floorDiv((int) Math.floor(edge.bottom()), Tile.SIDE);
    for (int row = Math.floorDiv((int) Math.floor(edge.top()), Tile.SIDE); row <= last; row++) {
      edges.computeIfAbsent(row, key -> new ArrayList<>()).add(edge);
    }
  }

  @Override
  public Area area() {
    return area;
  }

  @Override
  public void cover(Raster.At at, byte[] shares) {
    Area tile = at.area();
    List<Edge> near = edges.getOrDefault(at.row(), List.of());
    float[] row = new float[Tile.SIDE];
    if (tile.and(area).equals(tile) && near.stream().noneMatch(edge -> edge.touches(tile))) {
      // all of it is inside or outside
      addThinRow(near, tile.y() + 0.5, tile.x(), row);
      Arrays.fill(shares, (byte) (row[0] > 0 ? 255 : 0));
      return;
    }
    Area part = tile.and(area);
    for (int y = part.y(); y < part.bottom(); y++) {
      Arrays.fill(row, 0);
      for (int thin = 0; thin < THIN_ROWS; thin++) {
        addThinRow(near, y + (thin + 0.5) / THIN_ROWS, tile.x(), row);
      }
      int from = (y - tile.y()) * Tile.SIDE;
      for (int x = 0; x < Tile.SIDE; x++) {
        shares[from + x] = (byte) Math.min(255, Math.round(255 * row[x] / THIN_ROWS));
      }
    }
  }

  private static void addThinRow(List<Edge> near, double y, int left, float[] row) {
    List<Crossing> crossings = new ArrayList<>();
    for (Edge edge : near) {
      if (y >= edge.top() && y < edge.bottom()) {
        crossings.add(new Crossing(edge.at(y), edge.turn()));
      }
    }
    crossings.sort((one, other) -> Double.compare(one.x(), other.x()));
    int turns = 0;
    double from = 0;
    for (Crossing crossing : crossings) {
      if (turns == 0) {
        from = crossing.x();
      }
      turns += crossing.turn();
      if (turns == 0) {
        addSpan(from - left, crossing.x() - left, row);
      }
    }
  }

  private static void addSpan(double from, double to, float[] row) {
    double left = Math.max(0, from);
    double right = Math.min(row.length, to);
    for (int x = (int) left; x < right; x++) {
      row[x] += (float) (Math.min(right, x + 1) - Math.max(left, x));
    }
  }
}
