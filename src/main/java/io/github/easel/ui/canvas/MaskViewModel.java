package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.MaskFiles;
import io.github.easel.canvas.Masks;
import io.github.easel.canvas.Raster;
import io.github.easel.settings.Session.Overlay;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
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
  private final ObjectBinding<Veil> veil = Bindings.createObjectBinding(this::now, colour, opacity);

  MaskViewModel(Sheet sheet) {
    this.sheet = sheet;
  }

  private Veil now() {
    Color is = colour.get();
    int rgb =
        (int) Math.round(is.getRed() * 255) << 16
            | (int) Math.round(is.getGreen() * 255) << 8
            | (int) Math.round(is.getBlue() * 255);
    return new Veil(rgb, opacity.get());
  }

  /** Shows it as in the last start. */
  void take(Overlay last) {
    if (!last.colour().isEmpty()) {
      colour.set(Color.web(last.colour()));
    }
    if (last.opacity() > 0) {
      opacity.set(last.opacity());
    }
  }

  /** What the next start has to be told. */
  Overlay snapshot() {
    Veil now = veil.get();
    return new Overlay("#%06x".formatted(now.colour()), now.opacity());
  }

  /** What was masked in the picture and the frame is not any more, and the other way round. */
  void invert() {
    sheet.later(
        canvas -> {
          Area all = MaskFiles.painted(canvas).or(canvas.frame());
          return seen(canvas, Masks.inverted(canvas.mask().raster(), all));
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

  /** Both together. */
  ObjectBinding<Veil> veil() {
    return veil;
  }
}
