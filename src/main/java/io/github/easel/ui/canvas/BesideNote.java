package io.github.easel.ui.canvas;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says that another Easel has the canvas, so that this one has a canvas of its own. */
final class BesideNote extends HBox {

  private static final double WIDEST_TEXT = 360;

  BesideNote(CanvasKeeper keeper, Messages messages) {
    setId("beside");
    getStyleClass().addAll("toast", "opening-bar");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label words = new Label();
    words.setWrapText(true);
    words.setMaxWidth(WIDEST_TEXT);
    words.setMinHeight(USE_PREF_SIZE);
    words.textProperty().bind(messages.text("beside"));
    Button button = new Button();
    button.setId("beside-understood");
    button.getStyleClass().addAll("flat", "staging-word");
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(messages.text("beside.understood"));
    Hints.explain(button, messages.text("beside.understood.hint"));
    button.setOnAction(event -> keeper.understood());
    getChildren().addAll(words, button);
    Visibility.when(this, keeper.beside());
  }
}
