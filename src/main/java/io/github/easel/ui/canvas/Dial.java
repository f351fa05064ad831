package io.github.easel.ui.canvas;

import atlantafx.base.controls.ProgressSliderSkin;
import io.github.easel.ui.control.Hints;
import java.util.Locale;
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

  Dial(
      String id,
      ObservableValue<String> name,
      ObservableValue<String> hint,
      DoubleProperty value,
      Range range) {
    Label label = new Label();
    label.textProperty().bind(name);
    label.getStyleClass().add("dial-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    slider = new Slider(range.least(), range.most(), value.get());
    slider.setId(id);
    slider.setBlockIncrement(range.unit());
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.valueProperty().bindBidirectional(value);
    slider.accessibleTextProperty().bind(name);
    slider.setLabelFormatter(formatter(range));
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

  private static StringConverter<Double> formatter(Range range) {
    return new StringConverter<>() {
      @Override
      public String toString(Double number) {
        return text(number, range);
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
