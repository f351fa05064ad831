package io.github.easel.ui.queue;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line above or below a list: a sentence, and what can be done about it. */
final class DrawerNote extends HBox {

  DrawerNote(Ikon icon, ObservableValue<String> text, Node... buttons) {
    Label sentence = new Label();
    sentence.textProperty().bind(text);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    getStyleClass().add("drawer-note");
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(new FontIcon(icon), sentence);
    getChildren().addAll(buttons);
  }

  /** For something that was lost or went wrong. */
  DrawerNote warning() {
    getStyleClass().add("warning");
    return this;
  }
}
