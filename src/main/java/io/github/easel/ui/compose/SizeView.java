package io.github.easel.ui.compose;

import io.github.easel.ui.control.Field;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The size, chosen by its form. */
final class SizeView extends VBox {

  /** The longer side of the little outline on a button, in pixels. */
  private static final double OUTLINE = 15;

  private final ComposeViewModel compose;
  private final Messages messages;
  private final HBox buttons = new HBox();

  SizeView(ComposeViewModel compose, Messages messages) {
    this.compose = compose;
    this.messages = messages;
    Label pixels = new Label();
    pixels.setId("pixels");
    pixels.getStyleClass().add("figure");
    pixels
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.now(
                        "compose.size.pixels",
                        Integer.toString(compose.size().get().width()),
                        Integer.toString(compose.size().get().height())),
                messages.dependencies(compose.size())));
    buttons.getStyleClass().add("sizes");
    getChildren().add(new Field(messages.text("compose.size"), pixels, buttons));
    compose.sizes().addListener((ListChangeListener<SizeChoice>) change -> rebuild());
    compose.size().addListener(changed -> select());
    rebuild();
  }

  private void rebuild() {
    buttons.getChildren().setAll(compose.sizes().stream().map(this::button).toList());
    select();
  }

  private ToggleButton button(SizeChoice choice) {
    double scale = OUTLINE / Math.max(choice.size().width(), choice.size().height());
    Region outline = new Region();
    outline.getStyleClass().add("size-outline");
    outline.setMinSize(choice.size().width() * scale, choice.size().height() * scale);
    outline.setMaxSize(choice.size().width() * scale, choice.size().height() * scale);
    ToggleButton button = new ToggleButton();
    StackPane frame = new StackPane(outline); // one height for all three
    frame.getStyleClass().add("size-frame");
    button.setGraphic(frame);
    button.textProperty().bind(messages.text(choice.form().key()));
    button.setId("size-" + choice.form());
    button.setUserData(choice);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(Region.USE_PREF_SIZE); // long names get more of the width
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(
        event -> {
          compose.size().set(choice.size());
          select();
        });
    return button;
  }

  private void select() {
    buttons
        .getChildren()
        .forEach(
            node ->
                ((ToggleButton) node)
                    .setSelected(
                        ((SizeChoice) node.getUserData()).size().equals(compose.size().get())));
  }
}
