package io.github.easel.ui.models;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Nodes in columns of one width, each as high as it must be. */
final class TileFlow extends Region {

  private final double least;
  private final double gap;

  TileFlow(double least, double gap) {
    this.least = least;
    this.gap = gap;
  }

  void show(List<Node> nodes) {
    getChildren().setAll(nodes);
  }

  private int columns(double width) {
    return Math.max(1, (int) ((width + gap) / (least + gap)));
  }

  private double side(double width) {
    int columns = columns(width);
    return Math.floor((width - gap * (columns - 1)) / columns);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return place(width < 0 ? getWidth() : width, false);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    place(getWidth(), true);
  }

  /** Rows whose cards are equally high. Returns the height of all. */
  private double place(double width, boolean really) {
    int columns = columns(width);
    double side = side(width);
    double y = 0;
    for (int i = 0; i < getChildren().size(); i += columns) {
      List<Node> row = getChildren().subList(i, Math.min(i + columns, getChildren().size()));
      double high = row.stream().mapToDouble(node -> node.prefHeight(side)).max().orElse(0);
      for (int column = 0; really && column < row.size(); column++) {
        row.get(column).resizeRelocate(column * (side + gap), y, side, Math.ceil(high));
      }
      y += Math.ceil(high) + gap;
    }
    return Math.max(0, y - gap);
  }
}
