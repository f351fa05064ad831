package io.github.easel.ui.viewer;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2AL;

/** Says for a while that a picture does not tell how it was made, and offers to guess. */
public final class UntoldToast extends HBox {

  private static final Duration TIME = Duration.seconds(10);

  /**
   * @param messages the viewer's
   */
  public UntoldToast(ViewerViewModel viewer, PictureActions actions, Messages messages) {
    UntoldNote note = viewer.untold();
    Label words = new Label();
    words.setId("untold");
    words.setWrapText(true);
    words.textProperty().bind(messages.text("info.untold"));
    Button suggest = new Button();
    suggest.setId("untold-suggest");
    suggest.getStyleClass().add("flat");
    suggest.setMinWidth(Region.USE_PREF_SIZE);
    suggest.textProperty().bind(messages.text("menu.suggest"));
    suggest.setOnAction(
        event -> {
          Picture picture = note.picture().get();
          if (picture != null) {
            actions.suggest(picture);
          }
        });
    Button close =
        Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("discarded.close"));
    close.setOnAction(event -> note.forget());
    getStyleClass().add("toast");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().addAll(words, suggest, close);
    visibleProperty().bind(note.picture().isNotNull());
    managedProperty().bind(visibleProperty());
    PauseTransition time = new PauseTransition(TIME);
    time.setOnFinished(event -> note.forget());
    note.picture()
        .addListener(
            (property, old, now) -> {
              time.stop();
              if (now != null) {
                time.playFromStart();
              }
            });
    viewer.subject().addListener(changed -> note.forget());
  }
}
