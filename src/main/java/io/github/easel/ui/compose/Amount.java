package io.github.easel.ui.compose;

import atlantafx.base.controls.ProgressSliderSkin;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import java.util.Locale;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A number on a slider, which can be typed beside its name too. */
final class Amount extends VBox {

  private final Slider slider;
  private final TextField figure = new TextField();
  private final String format;
  private final Property<Number> value;

  /**
   * What numbers there are.
   *
   * @param unit one step of the slider
   * @param format how the number is written
   */
  record Range(double least, double most, double unit, String format) {}

  /**
   * A slider for that number.
   *
   * @param id the slider's; that of the typed figure ends in {@code -figure}
   */
  Amount(
      String id,
      ObservableValue<String> name,
      ObservableValue<String> hint,
      Property<Number> value,
      Range range) {
    this.value = value;
    format = range.format();
    slider = new Slider(range.least(), range.most(), value.getValue().doubleValue());
    slider.setId(id);
    slider.setBlockIncrement(range.unit());
    slider.setMajorTickUnit(range.unit());
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.valueProperty().bindBidirectional(value);
    slider.accessibleTextProperty().bind(name);
    Hints.explain(slider, hint);
    figure.setId(id + "-figure");
    figure.getStyleClass().add("amount-figure");
    figure.accessibleTextProperty().bind(name);
    write();
    value.addListener(changed -> writeUnlessTyping());
    figure.textProperty().addListener((property, old, now) -> typed(now, range));
    figure.focusedProperty().addListener(changed -> writeUnlessTyping());
    getChildren().add(new Field(name, figure, slider));
  }

  private void writeUnlessTyping() {
    if (!figure.isFocused()) {
      write();
    }
  }

  private void write() {
    figure.setText(String.format(Locale.ROOT, format, value.getValue().doubleValue()));
  }

  private void typed(String text, Range range) {
    if (!figure.isFocused()) {
      return;
    }
    try {
      double number = Double.parseDouble(text.strip().replace(',', '.'));
      if (number >= range.least() && number <= range.most()) {
        value.setValue(range.unit() < 1 ? number : Math.rint(number));
      }
    } catch (NumberFormatException e) {
      return; // not finished, or written anew when the field is left
    }
  }
}
