package io.github.easel.ui.compose;

import io.github.easel.generation.Draft;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.UnderMask;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the masked part of a picture is painted anew. */
public final class RepaintViewModel {

  static final int MOST_BLUR = 64;
  static final int MOST_GROW = 64;
  static final int MOST_PADDING = 256;

  /** As far as generation goes; what came from elsewhere may be beyond the sliders. */
  private static final int FARTHEST_GROW = 256;

  private static final int SOFTEST_BLUR = 128;
  private static final int USUAL_PADDING = 32;

  private final ObjectProperty<UnderMask> content = new SimpleObjectProperty<>(UnderMask.ORIGINAL);
  private final DoubleProperty blur = new SimpleDoubleProperty(Draft.Masked.NONE.blur());
  private final DoubleProperty strength = new SimpleDoubleProperty(Draft.Masked.NONE.strength());
  private final IntegerProperty grow = new SimpleIntegerProperty();
  private final BooleanProperty onlyMasked = new SimpleBooleanProperty();
  private final IntegerProperty padding = new SimpleIntegerProperty(USUAL_PADDING);

  void take(Draft.Masked masked) {
    content.set(UnderMask.find(masked.content()).orElse(UnderMask.ORIGINAL));
    strength.set(masked.strength());
    blur.set(Math.max(0, Math.min(SOFTEST_BLUR, masked.blur())));
    grow.set(Math.max(-FARTHEST_GROW, Math.min(FARTHEST_GROW, masked.grow())));
    onlyMasked.set(masked.padding() >= 0);
    if (masked.padding() >= 0) {
      padding.set(Math.min(RepaintRecord.MOST_PADDING, masked.padding()));
    }
  }

  /**
   * What is chosen, for a mask.
   *
   * @param mask the path of Easel's own copy; empty for none
   * @param inverted whether what it keeps becomes new instead
   */
  Draft.Masked snapshot(String mask, boolean inverted) {
    return new Draft.Masked(
        mask,
        inverted,
        grow.get(),
        blur.get(),
        content.get().label(),
        onlyMasked.get() ? padding.get() : -1,
        strength.get());
  }

  Stream<Observable> parts() {
    return Stream.of(content, strength, blur, grow, onlyMasked, padding);
  }

  /** What the part begins with. */
  public ObjectProperty<UnderMask> content() {
    return content;
  }

  /** The share of the steps that are drawn, above 0 to 1; apart from that of whole pictures. */
  public DoubleProperty strength() {
    return strength;
  }

  /** How soft its edge is, the standard deviation in pixels. */
  public DoubleProperty blur() {
    return blur;
  }

  /** Pixels that its edge is moved outwards. */
  public IntegerProperty grow() {
    return grow;
  }

  /** Whether only the part and its surroundings are drawn, in the pictures' size. */
  public BooleanProperty onlyMasked() {
    return onlyMasked;
  }

  /** Pixels of surroundings that are drawn along. */
  public IntegerProperty padding() {
    return padding;
  }
}
