package io.github.easel.ui.gallery;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import java.text.NumberFormat;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;

/** A line under the pictures: how far something is that takes its time, and what came of it. */
final class WorkBar extends HBox {

  /**
   * @param name the beginning of the ids of what is in it
   * @param words what it says
   * @param hint more of that, for those who point at it
   * @param end ends what goes on, and puts away what came of it
   * @param actions what can be done about it
   */
  WorkBar(
      String name,
      ObservableValue<String> words,
      ObservableValue<String> hint,
      Runnable end,
      Messages messages,
      Node... actions) {
    super(4);
    getStyleClass().add("export-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label label = new Label();
    label.setId(name + "-words");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.textProperty().bind(words);
    Hints.explain(label, hint);
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("export.end"));
    close.setId(name + "-end");
    close.setOnAction(event -> end.run());
    getChildren().add(label);
    getChildren().addAll(actions);
    getChildren().add(close);
  }

  /** A number as it is written in the language of the window. */
  static String number(int number, Messages messages) {
    return NumberFormat.getIntegerInstance(messages.locale()).format(number);
  }
}
