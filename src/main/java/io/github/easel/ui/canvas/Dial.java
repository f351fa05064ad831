package io.github.easel.ui.canvas;

import atlantafx.base.controls.ProgressSliderSkin;
import io.github.easel.ui.control.Hints;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** A number on a short slider, with its name before it and its figure behind it, in one line. */
final class Dial extends HBox {

  /** What an arrow key moves on a scale that doubles. */
  private static final double DOUBLING_UNIT = 0.1;

  private final Slider slider;

  /**
   * What numbers there are.
   *
   * @param unit one step
   * @param percent whether the figure is told in percent
   */
  record Range(double least, double most, double unit, boolean percent) {

    static final Range SHARE = new Range(0, 1, 0.01, true);
  }

  /** What the slider stands at for a number, and the other way round. */
  private record Scale(DoubleUnaryOperator place, DoubleUnaryOperator number) {}

  /**
   * A dial of whole numbers on which equal ways multiply by the same, so that small ones can be set
   * as well as large ones.
   *
   * @param least above 0
   */
  static Dial doubling(
      String id,
      ObservableValue<String> name,
      ObservableValue<String> hint,
      DoubleProperty value,
      double least,
      double most) {
    Scale scale =
        new Scale(
            number -> Math.log(number / least) / Math.log(2),
            place -> Math.rint(least * Math.pow(2, place)));
    Range whole = new Range(least, most, 1, false);
    Range places = new Range(0, scale.place().applyAsDouble(most), DOUBLING_UNIT, false);
    Dial dial = new Dial(id, name, hint, value, whole, places);
    dial.follow(value, scale);
    dial.slider
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> name.getValue() + ": " + text(value.get(), whole), name, value));
    dial.slider.setLabelFormatter(
        formatter(place -> text(scale.number().applyAsDouble(place), whole)));
    return dial;
  }

  /** Each follows the other; of several places that mean one number the slider keeps its own. */
  private void follow(DoubleProperty value, Scale scale) {
    slider.setValue(scale.place().applyAsDouble(value.get()));
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              double number = scale.number().applyAsDouble(now.doubleValue());
              if (number != Math.rint(value.get())) {
                value.set(number);
              }
            });
    value.addListener(
        (property, old, now) -> {
          if (scale.number().applyAsDouble(slider.getValue()) != Math.rint(now.doubleValue())) {
            slider.setValue(scale.place().applyAsDouble(now.doubleValue()));
          }
        });
  }

  Dial(
      String id,
      ObservableValue<String> name,
      ObservableValue<String> hint,
      DoubleProperty value,
      Range range) {
    this(id, name, hint, value, range, range);
    slider.valueProperty().bindBidirectional(value);
    slider.accessibleTextProperty().bind(name);
    slider.setLabelFormatter(formatter(place -> text(place, range)));
  }

  private Dial(
      String id,
      ObservableValue<String> name,
      ObservableValue<String> hint,
      DoubleProperty value,
      Range range,
      Range places) {
    Label label = new Label();
    label.textProperty().bind(name);
    label.getStyleClass().add("dial-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    slider = new Slider(places.least(), places.most(), places.least());
    slider.setId(id);
    slider.setBlockIncrement(places.unit());
    slider.setSkin(new ProgressSliderSkin(slider));
    Hints.explain(slider, hint);
    HBox.setHgrow(slider, Priority.ALWAYS);
    label.setLabelFor(slider);
    Label figure = new Label();
    figure.getStyleClass().addAll("figure", "dial-figure");
    figure.setMinWidth(Region.USE_PREF_SIZE);
    figure.textProperty().bind(Bindings.createStringBinding(() -> text(value.get(), range), value));
    getStyleClass().add("dial");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(label, slider, figure);
  }

  Slider slider() {
    return slider;
  }

  private static StringConverter<Double> formatter(DoubleFunction<String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(Double number) {
        return text.apply(number);
      }

      @Override
      public Double fromString(String text) {
        throw new UnsupportedOperationException("figures are told, not read");
      }
    };
  }

  private static String text(double value, Range range) {
    return range.percent()
        ? Math.round(100 * value) + " %"
        : String.format(Locale.ROOT, "%d", Math.round(value));
  }
}
