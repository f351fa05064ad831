package io.github.easel.ui.canvas;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Says that the mask counts though it is not seen, and lets it be seen or cleared. */
final class HiddenMaskNote extends HBox {

  HiddenMaskNote(CanvasViewModel model, Messages messages) {
    getStyleClass().addAll("toast", "hidden-mask");
    setId("hidden-mask");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    StackPane.setMargin(this, new Insets(16));
    Label words = new Label();
    words.getStyleClass().add("quiet");
    words.setMinWidth(USE_PREF_SIZE);
    words.textProperty().bind(messages.text("mask.hidden"));
    getChildren()
        .addAll(
            words,
            button("show", model.mask()::show, messages),
            button("clear", model.mask()::clear, messages));
    Visibility.when(this, model.mask().hidden().and(model.staging().waiting().not()));
  }

  private static Button button(String name, Runnable action, Messages messages) {
    Button button = new Button();
    button.setId("hidden-mask-" + name);
    button.getStyleClass().addAll("flat", "staging-word");
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(messages.text("mask.hidden." + name));
    Hints.explain(button, messages.text("mask.hidden." + name + ".hint"));
    button.setOnAction(event -> action.run());
    return button;
  }
}
