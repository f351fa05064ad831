package io.github.easel.ui.queue;

import io.github.easel.ui.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says, while the drawer is shut, that an earlier start left pictures that nobody let go on. */
public final class HeldNote extends VBox {

  /**
   * @param show opens the drawer at the jobs
   */
  public HeldNote(QueueViewModel line, Runnable show, Messages messages) {
    Label sentence = new Label();
    sentence.setId("held-note-text");
    sentence.textProperty().bind(messages.text("queue.held", line.picturesHeld()));
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    HBox buttons =
        new HBox(
            button("held-go-on", "queue.resume", line::goOn, messages),
            button("held-show", "queue.held.show", show, messages));
    buttons.getStyleClass().add("held-note-buttons");
    setId("held-note");
    getStyleClass().add("held-note");
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(sentence, buttons);
  }

  private static Button button(String id, String key, Runnable run, Messages messages) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(messages.text(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> run.run());
    return button;
  }
}
