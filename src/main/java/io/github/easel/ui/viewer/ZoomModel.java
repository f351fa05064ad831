package io.github.easel.ui.viewer;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How large a picture is drawn, and which part of it is in the middle of the room there is. Sizes
 * of the room are in JavaFX's pixels, of which a dense screen has several of its own in each; the
 * scale counts the screen's own, so that at 100 % one pixel of the picture is one of the screen.
 */
public final class ZoomModel {

  /** Small pictures grow no longer than this on their own: more shows only their coarseness. */
  static final double COMFORTABLE = 768;

  /** Stays free around a picture that is seen whole, in JavaFX's pixels. */
  static final double MARGIN = 24;

  static final double LEAST = 0.05;
  static final double MOST = 32;

  private static final double[] STEPS = {
    0.05, 0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32
  };

  /** Two scales nearer than this are one. */
  private static final double SAME = 1.001;

  /**
   * Where the picture lies, from the room's top left, in JavaFX's pixels; parts may lie outside.
   */
  public record Place(double x, double y, double width, double height) {

    static final Place NOWHERE = new Place(0, 0, 0, 0);
  }

  private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper fitted = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.NOWHERE);
  private double roomWidth;
  private double roomHeight;
  private double density = 1;
  private int width;
  private int height;

  /** The point of the picture in the middle of the room, as a share of its sides. */
  private double centreX = 0.5;

  private double centreY = 0.5;

  /**
   * The room that there is.
   *
   * @param pixelDensity the screen's pixels in one of JavaFX's, for example 1.5
   */
  void room(double newWidth, double newHeight, double pixelDensity) {
    roomWidth = newWidth;
    roomHeight = newHeight;
    density = pixelDensity;
    update();
  }

  /** The size of the picture to draw; the zoom stays, so that pictures can be compared. */
  void picture(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    update();
  }

  /** Draws all of the picture, now and when the room or the picture changes. */
  public void fit() {
    fitted.set(true);
    update();
  }

  /** Draws at that scale; the middle stays in the middle. */
  public void to(double wanted) {
    to(wanted, roomWidth / 2, roomHeight / 2);
  }

  /** Draws at that scale; what is at that point of the room stays there, as far as can be. */
  void to(double wanted, double x, double y) {
    if (width == 0) {
      return;
    }
    double atX = (x - left()) / drawnWidth();
    double atY = (y - top()) / drawnHeight();
    fitted.set(false);
    scale.set(Math.max(LEAST, Math.min(MOST, wanted)));
    centreX = (roomWidth / 2 - (x - atX * drawnWidth())) / drawnWidth();
    centreY = (roomHeight / 2 - (y - atY * drawnHeight())) / drawnHeight();
    update();
  }

  /** Draws that many times as large; what is at that point of the room stays there. */
  void by(double factor, double x, double y) {
    to(scale.get() * factor, x, y);
  }

  /** The next larger of the usual scales. */
  public void in() {
    for (double step : STEPS) {
      if (step > scale.get() * SAME) {
        to(step);
        return;
      }
    }
  }

  /** The next smaller of the usual scales. */
  public void out() {
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] * SAME < scale.get()) {
        to(STEPS[i]);
        return;
      }
    }
  }

  /** From all of the picture to its own size at that point of the room, and back. */
  void toggle(double x, double y) {
    if (!fitted.get()) {
      fit();
    } else {
      to(Math.abs(scale.get() - 1) < SAME - 1 ? 2 : 1, x, y);
    }
  }

  /** Moves the picture by so many of JavaFX's pixels, as far as something of it lies outside. */
  void pan(double right, double down) {
    if (width == 0) {
      return;
    }
    centreX -= right / drawnWidth();
    centreY -= down / drawnHeight();
    update();
  }

  /** The screen's pixels in one of JavaFX's. */
  double density() {
    return density;
  }

  /** Whether part of the picture lies outside the room, so that it can be moved. */
  boolean larger() {
    return drawnWidth() > roomWidth + 0.5 || drawnHeight() > roomHeight + 0.5;
  }

  /** The share of the picture's sides that is at that point of the room; beyond 0 to 1 outside. */
  double shareX(double x) {
    return (x - left()) / drawnWidth();
  }

  /** Likewise from top to bottom. */
  double shareY(double y) {
    return (y - top()) / drawnHeight();
  }

  private void update() {
    if (width == 0 || roomWidth < 1 || roomHeight < 1) {
      return;
    }
    if (fitted.get()) {
      double across = Math.max(1, roomWidth - 2 * MARGIN) * density;
      double down = Math.max(1, roomHeight - 2 * MARGIN) * density;
      scale.set(fitting(width, height, across, down, density));
    }
    centreX = inside(centreX, drawnWidth(), roomWidth);
    centreY = inside(centreY, drawnHeight(), roomHeight);
    place.set(new Place(snap(left()), snap(top()), drawnWidth(), drawnHeight()));
  }

  /**
   * The scale at which all of a picture is seen: large ones shrink, small ones grow by a whole
   * factor up to a comfortable size.
   *
   * @param roomWidth the screen's own pixels
   * @param roomHeight the screen's own pixels
   */
  static double fitting(
      int width, int height, double roomWidth, double roomHeight, double density) {
    double room = Math.min(roomWidth / width, roomHeight / height);
    double comfort = COMFORTABLE * density / Math.max(width, height);
    return room < 1 ? room : Math.max(1, Math.floor(Math.min(room, comfort)));
  }

  private static double inside(double centre, double drawn, double room) {
    double half = room / 2 / drawn;
    return half >= 0.5 ? 0.5 : Math.max(half, Math.min(1 - half, centre));
  }

  private double drawnWidth() {
    return width * scale.get() / density;
  }

  private double drawnHeight() {
    return height * scale.get() / density;
  }

  private double left() {
    return roomWidth / 2 - centreX * drawnWidth();
  }

  private double top() {
    return roomHeight / 2 - centreY * drawnHeight();
  }

  /** On the screen's own pixels, or the picture would be smeared over two of them. */
  private double snap(double at) {
    return Math.round(at * density) / density;
  }

  /** The screen's own pixels for one of the picture's; 1 is 100 %. */
  public ReadOnlyDoubleProperty scale() {
    return scale.getReadOnlyProperty();
  }

  /** Whether all of the picture is shown whatever the room. */
  public ReadOnlyBooleanProperty fitted() {
    return fitted.getReadOnlyProperty();
  }

  /** Where the picture lies. */
  public ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }
}
