package io.github.easel.ui.studio;

import io.github.easel.settings.Session.Panel;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** A panel at an edge of the window: whether it shows, and how wide or high it is in pixels. */
public final class Side {

  private final double usual;
  private final double least;
  private final double most;
  private final DoubleProperty size;
  private final BooleanProperty open;

  Side(Panel last, double usual, double least, double most) {
    this.usual = usual;
    this.least = least;
    this.most = most;
    size = new SimpleDoubleProperty(last.size() == 0 ? usual : within(last.size()));
    open = new SimpleBooleanProperty(last.open());
  }

  private double within(double wanted) {
    return Math.max(least, Math.min(most, wanted));
  }

  /** Asks for a size; it is kept within what is readable, in whole pixels. */
  public void resize(double wanted) {
    size.set(within(Math.rint(wanted)));
  }

  /** Back to the size of a first start. */
  public void reset() {
    size.set(usual);
  }

  /** From shown to hidden or back. */
  public void toggle() {
    open.set(!open.get());
  }

  /** The size asked for; a small window may have less room. */
  public DoubleProperty size() {
    return size;
  }

  public BooleanProperty open() {
    return open;
  }

  /** What is still usable. */
  double least() {
    return least;
  }

  /** The room it takes of what is there: nothing while it is hidden. */
  double taken() {
    return open.get() ? size.get() : 0;
  }

  Panel snapshot() {
    return new Panel(size.get() == usual ? 0 : size.get(), open.get());
  }
}
