package io.github.easel.ui.gallery;

import atlantafx.base.controls.Popover;
import io.github.easel.ui.control.Popovers;
import io.github.easel.ui.text.Messages;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks beside the pictures for the name of a board. */
final class BoardName {

  private BoardName() {}

  /** Enter takes the name, Escape leaves things as they are. */
  static void ask(Node beside, Messages messages, Consumer<String> take) {
    TextField field = new TextField();
    field.setId("new-board-name");
    field.accessibleTextProperty().bind(messages.text("board.name.prompt"));
    Label name = new Label();
    name.textProperty().bind(messages.text("board.name.prompt"));
    name.setLabelFor(field);
    VBox box = new VBox(4, name, field);
    box.getStyleClass().add("board-asking");
    Popover popover = Popovers.plain(Popover.ArrowLocation.RIGHT_TOP);
    popover.setContentNode(box);
    field.setOnAction(
        event -> {
          popover.hide();
          String wanted = field.getText().strip();
          if (!wanted.isEmpty()) {
            take.accept(wanted);
          }
        });
    popover.setOnShown(
        shown -> Platform.runLater(field::requestFocus)); // the menu takes it once more
    popover.show(beside);
  }
}
