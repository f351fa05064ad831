package io.github.easel.ui.compose;

import io.github.easel.generation.Draft;
import io.github.easel.generation.ImageSize;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The size of the pictures and how many there will be. */
public final class SizeViewModel {

  /** The most pictures that one press of the button makes. */
  public static final int MOST_PICTURES = 64;

  private final IntegerProperty width = new SimpleIntegerProperty(512);
  private final IntegerProperty height = new SimpleIntegerProperty(512);
  private final IntegerProperty count = new SimpleIntegerProperty(1);
  private final IntegerProperty multiple = new SimpleIntegerProperty(ImageSize.LATENT_FACTOR);
  private final BooleanProperty locked = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<ImageSize> size =
      new ReadOnlyObjectWrapper<>(new ImageSize(512, 512));
  private final ObservableList<SizeChoice> choices =
      FXCollections.observableArrayList(SizeChoice.around(size.get()));
  private final BooleanBinding suitable =
      Bindings.createBooleanBinding(
          () -> fits(width.get()) && fits(height.get()), width, height, multiple);

  /** Width to height of what the lock keeps. */
  private double ratio = 1;

  private boolean adjusting;

  SizeViewModel() {
    locked.addListener((property, old, now) -> ratio = width.get() / (double) height.get());
    width.addListener((property, old, now) -> follow(height, now.intValue() / ratio));
    height.addListener((property, old, now) -> follow(width, now.intValue() * ratio));
  }

  /** With a locked ratio the other side follows, as nearly as the model can draw. */
  private void follow(IntegerProperty other, double side) {
    if (adjusting) {
      return;
    }
    if (locked.get()) {
      adjusting = true;
      long steps = Math.round(side / multiple.get());
      long most = ImageSize.LARGEST / multiple.get();
      other.set((int) Math.max(1, Math.min(most, steps)) * multiple.get());
      adjusting = false;
    }
    update();
  }

  private void update() {
    ImageSize valid = valid(width.get(), height.get());
    if (valid != null) {
      size.set(valid);
    }
  }

  private static @Nullable ImageSize valid(int width, int height) {
    try {
      return new ImageSize(width, height);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean fits(int side) {
    return side >= ImageSize.SMALLEST
        && side <= ImageSize.LARGEST
        && side % multiple.get() == 0
        && side % ImageSize.LATENT_FACTOR == 0;
  }

  /** Takes over another size; what the lock keeps is its ratio from then on. */
  public void choose(ImageSize chosen) {
    set(chosen.width(), chosen.height());
  }

  private void set(int newWidth, int newHeight) {
    adjusting = true;
    width.set(newWidth);
    height.set(newHeight);
    adjusting = false;
    ratio = newWidth / (double) newHeight;
    update();
  }

  /** Lays the picture on its other side. */
  public void swap() {
    set(height.get(), width.get());
  }

  /**
   * The size of that form with the area that the model was trained for.
   *
   * @param across parts of its width
   * @param down parts of its height
   */
  public ImageSize of(int across, int down) {
    ImageSize trained = choices.get(0).size();
    double part = Math.sqrt(trained.width() * (double) trained.height() / (across * down));
    return new ImageSize(near(part * across), near(part * down));
  }

  private int near(double side) {
    int unit = Math.max(multiple.get(), ImageSize.LATENT_FACTOR);
    int grid = choices.get(0).size().width() >= 512 ? Math.max(unit, SizeChoice.GRID) : unit;
    return (int) Math.max(1, Math.round(side / grid)) * grid;
  }

  void offer(ImageSize trained) {
    choices.setAll(SizeChoice.around(trained));
    choose(trained);
  }

  void limit(ModelLimits limits) {
    multiple.set(limits.sizeMultiple());
  }

  /** A size that makes no sense, as in a file edited by hand, leaves the one that is. */
  void take(Draft.Format format) {
    if (valid(format.width(), format.height()) != null) {
      set(format.width(), format.height());
    }
  }

  void takeCount(int wanted) {
    count.set(Math.max(1, Math.min(MOST_PICTURES, wanted)));
  }

  Draft.Format snapshot() {
    return new Draft.Format(width.get(), height.get(), count.get());
  }

  Stream<Observable> parts() {
    return Stream.of(width, height, count, multiple);
  }

  /** As typed, in pixels; may be one that the model cannot draw. */
  public IntegerProperty width() {
    return width;
  }

  /** As typed, in pixels; may be one that the model cannot draw. */
  public IntegerProperty height() {
    return height;
  }

  /** The size, or the last one that pictures can have. */
  public ReadOnlyObjectProperty<ImageSize> size() {
    return size.getReadOnlyProperty();
  }

  /** Whether the model can draw what is typed. */
  public BooleanBinding suitable() {
    return suitable;
  }

  /** Pixels that the sides must be multiples of. */
  public IntegerProperty multiple() {
    return multiple;
  }

  /** Whether one side follows the other. */
  public BooleanProperty locked() {
    return locked;
  }

  /** The forms that suit the chosen model. */
  public ObservableList<SizeChoice> choices() {
    return choices;
  }

  /** How many pictures are made at once. */
  public IntegerProperty count() {
    return count;
  }
}
