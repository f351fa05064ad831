package io.github.easel.ui.learn;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays out equal tiles, each a square with some text above and below, in as many columns as make
 * them largest.
 */
final class TileGrid extends Pane {

  private static final double GAP = 16;

  /** Larger squares show only how coarse latents are. */
  private static final double LARGEST = 384;

  private static final double LEAST = 120;
  private static final double STEP = 4;

  private final List<TileView> tiles;

  TileGrid(TileView... tiles) {
    this.tiles = List.of(tiles);
    getChildren().addAll(tiles);
    getStyleClass().add("tile-grid");
    setMinHeight(LEAST);
    setMinWidth(0);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    int columns = 1;
    double side = 0;
    for (int tried = 1; tried <= tiles.size(); tried++) {
      double possible = side(tried, width, height);
      if (tiles.size() % tried == 0 && possible > side) {
        side = possible;
        columns = tried;
      }
    }
    side = Math.max(LEAST, side);
    double words = words(side);
    double left = Math.max(0, Math.floor((width - columns * side - (columns - 1) * GAP) / 2));
    for (int i = 0; i < tiles.size(); i++) {
      Node tile = tiles.get(i);
      int column = i % columns;
      int row = i / columns;
      double x = left + column * (side + GAP);
      double y = row * (side + words + GAP);
      tile.resizeRelocate(x, y, side, side + words);
    }
  }

  /** One row; more rows are tried only where there is height to be had. */
  @Override
  protected double computePrefHeight(double width) {
    double side = Math.min(LARGEST, side(tiles.size(), width, Double.MAX_VALUE));
    return side + words(side);
  }

  /** The side that squares can have in so many columns. */
  private double side(int columns, double width, double height) {
    int rows = tiles.size() / columns;
    double side = Math.min(LARGEST, Math.floor((width - (columns - 1) * GAP) / columns));
    double most = (height - (rows - 1) * GAP) / rows;
    while (side > LEAST && side + words(side) > most) {
      side -= STEP; // narrower squares have higher texts
    }
    return side;
  }

  /** What the tallest texts take. */
  private double words(double side) {
    return tiles.stream().mapToDouble(tile -> tile.wordsHeight(side)).max().orElse(0);
  }
}
