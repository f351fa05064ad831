package io.github.easel.ui.drop;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.Remark;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The pieces that cards are made of. */
final class Sentences {

  private Sentences() {}

  static StringBinding of(Offer.Failed failed, FailureText failureText, Messages messages) {
    return Bindings.createStringBinding(
        () -> failureText.of(failed.reason(), messages.locale()), messages.dependencies());
  }

  static StringBinding of(Remark remark, Messages messages) {
    return Bindings.createStringBinding(
        () -> new UserMessages(messages.locale()).of(remark), messages.dependencies());
  }

  /** Words that may take several lines. */
  static Label label(ObservableValue<String> text, String... styles) {
    Label label = new Label();
    label.textProperty().bind(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  static Button button(String id, ObservableValue<String> text, Runnable action) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(text);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** The one that Enter presses. */
  static Button first(Button button) {
    button.getStyleClass().add("accent");
    button.setDefaultButton(true);
    return button;
  }

  static HBox buttons(Node... buttons) {
    HBox row = new HBox(buttons);
    row.getStyleClass().add("drop-buttons");
    return row;
  }
}
