package io.github.easel.ui.canvas;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Color;

/** The tool in hand, and how it is set. */
public final class ToolsViewModel {

  /** The least and the most width of a brush in pixels of the canvas. */
  static final double THINNEST = 1;

  static final double THICKEST = 512;

  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.BRUSH);
  private final DoubleProperty size = new SimpleDoubleProperty(24);
  private final DoubleProperty hardness = new SimpleDoubleProperty(0.8);
  private final DoubleProperty opacity = new SimpleDoubleProperty(1);
  private final DoubleProperty tolerance = new SimpleDoubleProperty(0.15);
  private final BooleanProperty joined = new SimpleBooleanProperty(true);
  private final BooleanProperty takesAway = new SimpleBooleanProperty();
  private final ObjectProperty<Color> colour = new SimpleObjectProperty<>(Color.BLACK);
  private final ObjectProperty<Color> other = new SimpleObjectProperty<>(Color.WHITE);

  /** A wider brush: steps of a fifth, of a pixel at least. */
  public void larger() {
    size.set(Math.min(THICKEST, Math.max(size.get() + 1, Math.rint(size.get() * 1.2))));
  }

  /** A narrower brush. */
  public void smaller() {
    size.set(Math.max(THINNEST, Math.min(size.get() - 1, Math.rint(size.get() / 1.2))));
  }

  /** The two colours change places. */
  public void swap() {
    Color before = colour.get();
    colour.set(other.get());
    other.set(before);
  }

  /** Black, and white behind it. */
  public void defaults() {
    colour.set(Color.BLACK);
    other.set(Color.WHITE);
  }

  /** What the pointer does. */
  public ObjectProperty<Tool> tool() {
    return tool;
  }

  /** The width of brush and eraser in pixels of the canvas. */
  public DoubleProperty size() {
    return size;
  }

  /** 0, soft from the middle on, to 1, sharp. */
  public DoubleProperty hardness() {
    return hardness;
  }

  /** How much of what is painted covers what is there, above 0 to 1. */
  public DoubleProperty opacity() {
    return opacity;
  }

  /** How far colours may lie apart and count as one, 0 to 1. */
  public DoubleProperty tolerance() {
    return tolerance;
  }

  /** Whether only pixels count that are joined to the one that was pointed at. */
  public BooleanProperty joined() {
    return joined;
  }

  /** Whether areas are taken away instead of painted. */
  public BooleanProperty takesAway() {
    return takesAway;
  }

  /** What is painted with. */
  public ObjectProperty<Color> colour() {
    return colour;
  }

  /** The colour at hand. */
  public ObjectProperty<Color> other() {
    return other;
  }

  /** The colour as 0xFFRRGGBB. */
  int argb() {
    Color now = colour.get();
    return 0xFF000000
        | (int) Math.round(now.getRed() * 255) << 16
        | (int) Math.round(now.getGreen() * 255) << 8
        | (int) Math.round(now.getBlue() * 255);
  }
}
