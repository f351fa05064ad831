package io.github.easel.ui.canvas;

import io.github.easel.canvas.Layer;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what is painted on: a layer, or the mask. */
final class PaintTarget extends Label {

  PaintTarget(CanvasViewModel model, KeyMap keys, Messages messages) {
    setId("paint-target");
    getStyleClass().add("paint-target");
    ObservableValue<Layer> layer = model.canvas().map(canvas -> canvas.layer(canvas.active()));
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> LayerNames.shown(layer.getValue(), messages), messages.dependencies(layer)));
    FontIcon icon = new FontIcon(LayerRow.icon(layer.getValue().kind()));
    icon.iconCodeProperty().bind(layer.map(now -> LayerRow.icon(now.kind())));
    setGraphic(icon);
    setMinWidth(48);
    Hints.explain(this, messages.text("target.hint", keys.label(Command.MASK)));
  }
}
