package io.github.easel.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A setting: its name, its control, and under it what the choice means. */
final class SettingRow extends VBox {

  private static final PseudoClass WORRY = PseudoClass.getPseudoClass("worry");

  private final Label meaning = new Label();

  SettingRow(ObservableValue<String> name, Node control, ObservableValue<String> hint) {
    getStyleClass().add("setting");
    Label title = new Label();
    title.textProperty().bind(name);
    title.getStyleClass().add("setting-name");
    title.setLabelFor(control);
    meaning.textProperty().bind(hint);
    meaning.getStyleClass().add("setting-hint");
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    if (control instanceof ToggleSwitch) {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      getChildren().add(new HBox(title, gap, control));
    } else {
      getChildren().addAll(title, control);
    }
    getChildren().add(meaning);
  }

  /** While this holds, what the choice means is a worry. */
  void worry(ObservableValue<Boolean> worried) {
    worried.addListener((property, old, now) -> meaning.pseudoClassStateChanged(WORRY, now));
    meaning.pseudoClassStateChanged(WORRY, worried.getValue());
  }
}
