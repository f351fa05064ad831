package io.github.easel.ui.viewer;

import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;

/** All the pictures that there are, in a row of which those of this session are a part. */
public interface Shelf {

  /**
   * Shows the picture that lies so many places behind the shown one.
   *
   * @param places negative for before; beyond the ends nothing happens
   */
  void step(int places);

  /** Whether the shown picture has a neighbour. */
  ObservableBooleanValue neighboured();

  /**
   * Finds the picture made before the shown one, or else the one after it, and lists it among those
   * of this session.
   *
   * @param receiver comes on the window's thread, unless there is none or it cannot be read
   */
  void neighbour(Consumer<Picture> receiver);
}
