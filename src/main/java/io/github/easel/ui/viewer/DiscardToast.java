package io.github.easel.ui.viewer;

import io.github.easel.app.PictureTrash;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2AL;

/** Says for a while where discarded pictures went, and takes them back. */
public final class DiscardToast extends HBox {

  private static final Duration TIME = Duration.seconds(12);

  private final PauseTransition time = new PauseTransition(TIME);

  /**
   * @param messages the viewer's
   */
  public DiscardToast(TrashViewModel trash, Messages messages) {
    Label words = new Label();
    words.setId("discarded");
    words.setWrapText(true);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.now(
                        trash.count().get() == 1 ? "discarded.one" : "discarded.many",
                        Integer.toString(trash.count().get()),
                        PictureTrash.FOLDER),
                messages.dependencies(trash.count())));
    Button undo = new Button();
    undo.setId("undo-discard");
    undo.getStyleClass().add("flat");
    undo.setMinWidth(Region.USE_PREF_SIZE);
    undo.textProperty().bind(messages.text("discarded.undo"));
    undo.setOnAction(event -> trash.undo());
    Button close =
        Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("discarded.close"));
    close.setOnAction(event -> trash.forget());
    getStyleClass().add("toast");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().addAll(words, undo, close);
    visibleProperty().bind(trash.count().greaterThan(0));
    managedProperty().bind(visibleProperty());
    time.setOnFinished(event -> trash.forget());
    trash
        .count()
        .addListener(
            (property, old, now) -> {
              time.stop();
              if (now.intValue() > 0) {
                time.playFromStart();
              }
            });
    setOnMouseEntered(event -> time.pause());
    setOnMouseExited(
        event -> {
          if (trash.count().get() > 0) {
            time.play(); // from where it was held
          }
        });
  }

  /** How long it has been to be seen, and may be told that it has been so longer. */
  PauseTransition time() {
    return time;
  }
}
