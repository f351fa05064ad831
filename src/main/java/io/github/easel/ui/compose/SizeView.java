package io.github.easel.ui.compose;

import io.github.easel.generation.ImageSize;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** The size, chosen by its form. */
final class SizeView extends VBox {

  /** The longer side of the little outline on a button, in pixels. */
  private static final double OUTLINE = 15;

  private final SizeViewModel format;
  private final Messages messages;
  private final HBox buttons = new HBox();

  SizeView(SizeViewModel format, Messages messages) {
    this.format = format;
    this.messages = messages;
    buttons.getStyleClass().addAll("segments", "sizes");
    HBox aside = new HBox(4, pixels(), swap());
    aside.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(new Field(messages.text("compose.size"), aside, buttons));
    format.choices().addListener((Observable changed) -> rebuild());
    format.width().addListener(changed -> select());
    format.height().addListener(changed -> select());
    rebuild();
  }

  private Node pixels() {
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
                        Integer.toString(format.width().get()),
                        Integer.toString(format.height().get())),
                messages.dependencies(format.width(), format.height())));
    return pixels;
  }

  private Node swap() {
    Button swap =
        Hints.iconOnly(new Button(), Material2MZ.SWAP_HORIZ, messages.text("compose.size.swap"));
    swap.setId("swap");
    swap.getStyleClass().add("small-icon");
    swap.setOnAction(event -> format.swap());
    return swap;
  }

  private void rebuild() {
    buttons.getChildren().setAll(format.choices().stream().map(this::button).toList());
    select();
  }

  private ToggleButton button(SizeChoice choice) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(outline(choice.size(), OUTLINE));
    button.textProperty().bind(messages.text(choice.form().key()));
    button.setId("size-" + choice.form());
    button.setUserData(choice.size());
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(Region.USE_PREF_SIZE); // long names get more of the width
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(
        event -> {
          format.choose(choice.size());
          select();
        });
    return button;
  }

  /** A little drawing of how a picture of that size lies. */
  static Node outline(ImageSize size, double longest) {
    double scale = longest / Math.max(size.width(), size.height());
    Region outline = new Region();
    outline.getStyleClass().add("size-outline");
    outline.setMinSize(size.width() * scale, size.height() * scale);
    outline.setMaxSize(size.width() * scale, size.height() * scale);
    StackPane frame = new StackPane(outline); // one height for all
    frame.getStyleClass().add("size-frame");
    return frame;
  }

  private void select() {
    for (Node node : buttons.getChildren()) {
      ImageSize size = (ImageSize) node.getUserData();
      ((ToggleButton) node)
          .setSelected(
              size.width() == format.width().get() && size.height() == format.height().get());
    }
  }
}
