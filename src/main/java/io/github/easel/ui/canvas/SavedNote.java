package io.github.easel.ui.canvas;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Says for a while what was written to a file. */
final class SavedNote extends Label {

  private static final Duration WHILE = Duration.seconds(4);

  private final BooleanProperty fresh = new SimpleBooleanProperty();

  SavedNote(ProjectViewModel project, Messages messages) {
    setId("canvas-saved");
    getStyleClass().addAll("toast", "saved-note");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMouseTransparent(true);
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Path file = project.written().get();
                  return file == null
                      ? ""
                      : messages.now("saved", String.valueOf(file.getFileName()));
                },
                messages.dependencies(project.written())));
    PauseTransition pause = new PauseTransition(WHILE);
    pause.setOnFinished(event -> fresh.set(false));
    project
        .written()
        .addListener(
            (property, old, now) -> {
              fresh.set(now != null);
              pause.playFromStart();
            });
    Visibility.when(this, fresh);
  }
}
