package io.github.easel.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A few choices side by side, of which one holds. */
final class Segments<T> extends HBox {

  /**
   * One of them.
   *
   * @param id the end of its button's id
   */
  record Choice<T>(T value, String id, ObservableValue<String> name) {}

  Segments(String id, ObjectProperty<T> chosen, List<Choice<T>> choices) {
    getStyleClass().add("setting-segments");
    setId(id);
    for (int i = 0; i < choices.size(); i++) {
      ToggleButton button = button(id, chosen, choices.get(i));
      button
          .getStyleClass()
          .add(
              i == 0
                  ? Styles.LEFT_PILL
                  : i == choices.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      getChildren().add(button);
    }
  }

  private ToggleButton button(String id, ObjectProperty<T> chosen, Choice<T> choice) {
    ToggleButton button = new ToggleButton();
    button.setId(id + "-" + choice.id());
    button.textProperty().bind(choice.name());
    button.setMinWidth(USE_PREF_SIZE);
    button.setSelected(choice.value().equals(chosen.get()));
    chosen.addListener((property, old, now) -> button.setSelected(choice.value().equals(now)));
    button.setOnAction(
        event -> {
          chosen.set(choice.value());
          button.setSelected(true); // a second click must not turn it off
        });
    return button;
  }
}
