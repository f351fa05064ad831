package io.github.easel.ui.canvas;

import io.github.easel.canvas.Canvas;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The colours to paint with; shown while a layer is painted on. */
final class PaintPart extends VBox {

  PaintPart(CanvasViewModel model, Messages messages) {
    getStyleClass().addAll("panel-part", "paint-part");
    Label title = new Label();
    title.textProperty().bind(messages.text("colours"));
    title.getStyleClass().add("field-name");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, picker(model, messages));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    getChildren().addAll(head, new Swatches(model.tools().colour(), messages));
    Visibility.when(this, model.canvas().map(canvas -> !canvas.active().equals(Canvas.MASK)));
  }

  private static ColorPicker picker(CanvasViewModel model, Messages messages) {
    ColorPicker picker = new ColorPicker();
    picker.setId("colour");
    picker.getStyleClass().add("button");
    picker.getStyleClass().add("colour-picker");
    picker.accessibleTextProperty().bind(messages.text("colours.choose"));
    picker.valueProperty().bindBidirectional(model.tools().colour());
    Hints.explain(picker, messages.text("colours.choose"));
    return picker;
  }
}
