package io.github.easel.ui.viewer;

import io.github.easel.generation.Progress;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Says above the canvas that a picture is being drawn, and leads back to it. */
final class DrawingPill extends Button {

  DrawingPill(ViewerViewModel viewer, Messages messages) {
    setId("drawing");
    getStyleClass().add("drawing-pill");
    setGraphic(new FontIcon(Material2AL.BRUSH));
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(viewer, messages),
                messages.dependencies(viewer.line().progress(), viewer.live(), viewer.subject())));
    BooleanBinding shown = viewer.line().running().isNotNull().and(viewer.sight().isNotNull());
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
    // While it is followed there is nowhere to go.
    mouseTransparentProperty().bind(viewer.live());
    focusTraversableProperty().bind(viewer.live().not());
    setOnAction(event -> viewer.follow());
  }

  private static String words(ViewerViewModel viewer, Messages messages) {
    Progress progress = viewer.line().progress().get();
    String step =
        progress == null || progress.step() == 0
            ? messages.now("canvas.beginning")
            : messages.now(
                "canvas.step",
                Integer.toString(progress.step()),
                Integer.toString(progress.steps()));
    if (!viewer.live().get()) {
      return messages.now("canvas.away", step);
    }
    // over a finished picture it must not sound as if that one was being drawn
    return viewer.subject().get() == null ? step : messages.now("canvas.next", step);
  }
}
