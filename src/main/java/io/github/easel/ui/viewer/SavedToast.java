package io.github.easel.ui.viewer;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2AL;

/** Says for a while under which name a copy was saved, and leads to it. */
final class SavedToast extends HBox {

  private static final Duration TIME = Duration.seconds(8);
  private static final double MOST_WORDS = 360;

  SavedToast(ViewerViewModel viewer, Messages messages) {
    CopiesViewModel copies = viewer.copies();
    Label words = new Label();
    words.setId("saved");
    words.setMaxWidth(MOST_WORDS);
    words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Path file = copies.saved().get();
                  return file == null
                      ? ""
                      : messages.now("saved", String.valueOf(file.getFileName()));
                },
                messages.dependencies(copies.saved())));
    Hints.explain(words, copies.saved().map(Path::toString).orElse(""));
    Button show = new Button();
    show.setId("saved-show");
    show.getStyleClass().add("flat");
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.textProperty().bind(messages.text("saved.show"));
    show.setOnAction(event -> viewer.reveal(copies.saved().get()));
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("saved.close"));
    close.setOnAction(event -> copies.forget());
    getStyleClass().add("toast");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().addAll(words, show, close);
    visibleProperty().bind(copies.saved().isNotNull());
    managedProperty().bind(visibleProperty());
    PauseTransition time = new PauseTransition(TIME);
    time.setOnFinished(event -> copies.forget());
    copies
        .saved()
        .addListener(
            (property, old, now) -> {
              time.stop();
              if (now != null) {
                time.playFromStart();
              }
            });
    setOnMouseEntered(event -> time.pause());
    setOnMouseExited(
        event -> {
          if (copies.saved().get() != null) {
            time.play();
          }
        });
  }
}
