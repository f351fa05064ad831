package io.github.easel.ui.canvas;

import io.github.easel.canvas.Canvas;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** How the mask is shown, and what can be done with all of it; shown while it is painted on. */
final class MaskPart extends VBox {

  private final CanvasViewModel model;
  private final Messages messages;

  MaskPart(CanvasViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().addAll("panel-part", "mask-part");
    Label words = new Label();
    words.textProperty().bind(messages.text("mask.words"));
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox actions =
        new HBox(
            button("invert", Material2AL.INVERT_COLORS, model.mask()::invert),
            button("grow", Material2AL.ADD_CIRCLE_OUTLINE, model.mask()::grow),
            button("shrink", Material2MZ.REMOVE_CIRCLE_OUTLINE, model.mask()::shrink),
            button("feather", Material2AL.BLUR_ON, model.mask()::feather),
            button("clear", Material2AL.LAYERS_CLEAR, model.mask()::clear));
    actions.getStyleClass().add("mask-actions");
    getChildren()
        .addAll(
            head(),
            words,
            actions,
            new Dial(
                "mask-opacity",
                messages.text("mask.opacity"),
                messages.text("mask.opacity.hint"),
                model.mask().opacity(),
                new Dial.Range(0.1, 1, 0.01, true)));
    Visibility.when(this, model.canvas().map(canvas -> canvas.active().equals(Canvas.MASK)));
  }

  private Node head() {
    Label title = new Label();
    title.textProperty().bind(messages.text("mask"));
    title.getStyleClass().add("field-name");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ColorPicker picker = new ColorPicker();
    picker.setId("mask-colour");
    picker.getStyleClass().addAll("button", "colour-picker");
    picker.accessibleTextProperty().bind(messages.text("mask.colour"));
    picker.valueProperty().bindBidirectional(model.mask().colour());
    Hints.explain(picker, messages.text("mask.colour"));
    HBox head = new HBox(title, gap, picker);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    return head;
  }

  private Button button(String name, Ikon icon, Runnable action) {
    Button button = Hints.iconOnly(new Button(), icon, messages.text("mask." + name));
    button.setId("mask-" + name);
    button.setOnAction(event -> action.run());
    return button;
  }
}
