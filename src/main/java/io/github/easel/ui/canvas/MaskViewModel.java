package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.MaskFiles;
import io.github.easel.canvas.Masks;
import io.github.easel.canvas.Raster;
import io.github.easel.settings.Session.Overlay;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Color;

/** What can be done with the mask as a whole, and how it is shown. */
final class MaskViewModel {

  /** Pixels that one press of a button grows, shrinks or feathers by. */
  static final int STEP = 8;

  private final Sheet sheet;
  private final ObjectProperty<Color> colour =
      new SimpleObjectProperty<>(Color.web("#%06x".formatted(Veil.USUAL.colour())));
  private final DoubleProperty opacity = new SimpleDoubleProperty(Veil.USUAL.opacity());
  private final BooleanProperty resting = new SimpleBooleanProperty();
  private final BooleanBinding hidden;
  private boolean restsAgain;
  private final AtomicReference<Inversion> inversion = new AtomicReference<>();
  private final ObjectBinding<Veil> veil =
      Bindings.createObjectBinding(this::now, colour, opacity, resting);

  /** A mask that was turned round in an area. */
  private record Inversion(Raster made, Area area) {}

  MaskViewModel(Sheet sheet) {
    this.sheet = sheet;
    sheet
        .canvas()
        .addListener(
            (property, old, now) -> {
              if (resting.get() && touched(old, now)) {
                resting.set(false);
              }
            });
    hidden =
        Bindings.createBooleanBinding(
            () -> {
              Layer mask = sheet.canvas().get().mask();
              return resting.get() && mask.visible() && !mask.raster().clear();
            },
            resting,
            sheet.canvas());
  }

  private Veil now() {
    Color is = colour.get();
    int rgb =
        (int) Math.round(is.getRed() * 255) << 16
            | (int) Math.round(is.getGreen() * 255) << 8
            | (int) Math.round(is.getBlue() * 255);
    return new Veil(rgb, resting.get() ? 0 : opacity.get());
  }

  /** Shows it as in the last start. */
  void take(Overlay last) {
    if (!last.colour().isEmpty()) {
      colour.set(Color.web(last.colour()));
    }
    if (last.opacity() > 0) {
      opacity.set(last.opacity());
    }
    restsAgain = last.rests();
  }

  /** What the next start has to be told. */
  Overlay snapshot() {
    return new Overlay(
        "#%06x".formatted(veil.get().colour()), opacity.get(), resting.get() || restsAgain);
  }

  /** The canvas of the last start is there, whose mask may have rested. */
  void broughtBack() {
    if (restsAgain) {
      restsAgain = false;
      resting.set(true);
    }
  }

  /** From now on it is not seen, until something is done with it. */
  void rest() {
    resting.set(true);
  }

  /** It is seen again. */
  void show() {
    resting.set(false);
  }

  private static boolean touched(Canvas before, Canvas now) {
    return before.mask().raster() != now.mask().raster()
        || (now.mask().visible() && !before.mask().visible())
        || (now.active().equals(Canvas.MASK) && !before.active().equals(Canvas.MASK));
  }

  /**
   * What was masked in the picture, the frame and the mask itself is not any more, and the other
   * way round.
   */
  void invert() {
    sheet.later(
        canvas -> {
          Raster before = canvas.mask().raster();
          Inversion last = inversion.get();
          Area all =
              last != null && last.made() == before
                  ? last.area() // turned round again it is what it was
                  : MaskFiles.painted(canvas).or(canvas.frame()).or(before.painted());
          Raster made = Masks.inverted(before, all);
          inversion.set(new Inversion(made, all));
          return seen(canvas, made);
        });
  }

  void grow() {
    change(raster -> Masks.grown(raster, STEP));
  }

  void shrink() {
    change(raster -> Masks.grown(raster, -STEP));
  }

  void feather() {
    change(raster -> Masks.feathered(raster, STEP));
  }

  void clear() {
    change(raster -> Raster.CLEAR);
  }

  /** A picture file's mask in the place of this one. */
  void load(Path file) {
    sheet.later(canvas -> MaskFiles.loaded(canvas, file));
  }

  private void change(UnaryOperator<Raster> work) {
    sheet.later(
        canvas ->
            canvas.mask().raster().clear()
                ? canvas
                : seen(canvas, work.apply(canvas.mask().raster())));
  }

  private static Canvas seen(Canvas canvas, Raster raster) {
    return canvas.with(canvas.mask().with(raster).seen(true));
  }

  /** The colour that it is shown in. */
  ObjectProperty<Color> colour() {
    return colour;
  }

  /** How much it hides where it is full, 0 to 1. */
  DoubleProperty opacity() {
    return opacity;
  }

  /** Whether there is a mask that counts and is not seen, since its result was taken over. */
  BooleanBinding hidden() {
    return hidden;
  }

  /** Both together; nothing is hidden while the mask rests. */
  ObjectBinding<Veil> veil() {
    return veil;
  }
}
