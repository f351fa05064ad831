package io.github.easel.ui.viewer;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/**
 * Two pictures looked at together: A, the one that is shown, and B, one that was chosen for it or
 * else the one before.
 */
public final class CompareViewModel {

  /** The ways to look at two pictures. */
  public enum Mode {
    /** A alone. */
    OFF,
    /** A on the left of a line that one moves, B on the right of it. */
    SLIDER,
    /** A on the left, B on the right. */
    SIDE_BY_SIDE,
    /** A and B by turns in one place. */
    BLINK;

    /** The next in turn. */
    Mode next() {
      return switch (this) {
        case OFF -> SLIDER;
        case SLIDER -> SIDE_BY_SIDE;
        case SIDE_BY_SIDE -> BLINK;
        case BLINK -> OFF;
      };
    }
  }

  private final PicturesViewModel pictures;
  private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.OFF);
  private final ReadOnlyBooleanWrapper otherSeen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final DoubleProperty divider = new SimpleDoubleProperty(0.5);

  /** The one that was chosen as B; null to take the one before A. */
  private @Nullable Picture chosen;

  /** The one that was looked at before A. */
  private @Nullable Picture before;

  private @Nullable Shelf shelf;

  CompareViewModel(PicturesViewModel pictures) {
    this.pictures = pictures;
    pictures
        .shown()
        .addListener(
            (property, old, now) -> {
              before = old == null ? before : old;
              pair();
            });
    pictures.all().addListener((Observable changed) -> pair());
  }

  /** From now on a picture of an earlier session can be the other one. */
  void shelf(Shelf further) {
    shelf = further;
    further.neighboured().addListener(changed -> pair());
    pair();
  }

  /** From one way to the next, and after the last back to A alone. */
  public void cycle() {
    mode(mode.get().next());
  }

  /** Looks at them that way; without a second picture at A alone. */
  public void mode(Mode wanted) {
    Picture a = pictures.shown().get();
    Shelf from = shelf;
    if (wanted != Mode.OFF && a != null && partner(a) == null && from != null) {
      from.neighbour(
          found -> {
            if (pictures.shown().get() == a) {
              chosen = found;
              look(wanted);
            }
          });
      return;
    }
    look(wanted);
  }

  private void look(Mode wanted) {
    mode.set(wanted);
    otherSeen.set(false);
    pair();
  }

  /** Takes that picture as B and compares. */
  public void with(Picture other) {
    chosen = other;
    if (mode.get() == Mode.OFF) {
      mode(Mode.SLIDER);
    } else {
      pair();
    }
  }

  /** A becomes B and B becomes A. */
  public void swap() {
    Picture a = pictures.shown().get();
    Picture b = pictures.compared().get();
    if (a != null && b != null) {
      chosen = a;
      pictures.shown().set(b);
    }
  }

  /** The other of the two comes to sight, in {@link Mode#BLINK}. */
  public void blink() {
    otherSeen.set(mode.get() == Mode.BLINK && !otherSeen.get());
  }

  private void pair() {
    Picture a = pictures.shown().get();
    Picture b = a == null ? null : partner(a);
    possible.set(b != null || (a != null && shelf != null && shelf.neighboured().get()));
    if (b == null) {
      mode.set(Mode.OFF);
    }
    pictures.compared().set(mode.get() == Mode.OFF ? null : b);
  }

  /** The list has the newest first, so the one made before stands behind. */
  private @Nullable Picture partner(Picture a) {
    List<Picture> all = pictures.all();
    if (chosen != a && all.contains(chosen)) {
      return chosen;
    }
    if (before != a && all.contains(before)) {
      return before;
    }
    int at = all.indexOf(a);
    if (at < 0 || all.size() < 2) {
      return null;
    }
    return all.get(at + 1 < all.size() ? at + 1 : at - 1);
  }

  /** How the two are looked at. */
  public ReadOnlyObjectProperty<Mode> mode() {
    return mode.getReadOnlyProperty();
  }

  /** B; null while A is looked at alone. */
  public ReadOnlyObjectProperty<Picture> other() {
    return pictures.compared();
  }

  /** Whether there are two pictures to compare. */
  public ReadOnlyBooleanProperty possible() {
    return possible.getReadOnlyProperty();
  }

  /** Whether it is B's turn in {@link Mode#BLINK}. */
  public ReadOnlyBooleanProperty otherSeen() {
    return otherSeen.getReadOnlyProperty();
  }

  /** Where the line stands in {@link Mode#SLIDER}, as a share of the room from its left. */
  public DoubleProperty divider() {
    return divider;
  }
}
