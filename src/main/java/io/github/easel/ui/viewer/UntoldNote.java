package io.github.easel.ui.viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The picture of which something was wanted that it does not tell: its words, its settings. Belongs
 * to JavaFX's thread.
 */
public final class UntoldNote {

  private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>();

  /** Says so of that picture. */
  void tell(Picture untold) {
    picture.set(null); // said anew, it is to be seen as long as the first time
    picture.set(untold);
  }

  /** It need not be said any longer. */
  public void forget() {
    picture.set(null);
  }

  /** The picture; null for none. */
  public ReadOnlyObjectProperty<@Nullable Picture> picture() {
    return picture.getReadOnlyProperty();
  }
}
