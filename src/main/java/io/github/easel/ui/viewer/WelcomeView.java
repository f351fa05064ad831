package io.github.easel.ui.viewer;

import io.github.easel.ui.text.Messages;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What stands in the middle before there is a picture: how to come to one. */
final class WelcomeView extends VBox {

  private static final int EXAMPLES = 3;

  private final Consumer<String> onExample;
  private final Messages messages;

  WelcomeView(Consumer<String> onExample, Messages messages) {
    this.onExample = onExample;
    this.messages = messages;
    setId("welcome");
    getStyleClass().add("welcome");
    FontIcon icon = new FontIcon(Material2AL.BRUSH);
    icon.getStyleClass().add("welcome-icon");
    getChildren()
        .addAll(
            icon,
            wrapped("welcome-title", "canvas.empty.title", messages),
            wrapped("welcome-text", "canvas.empty.text", messages));
    for (int example = 1; example <= EXAMPLES; example++) {
      getChildren().add(example(example));
    }
    getChildren().add(wrapped("welcome-drop", "canvas.empty.drop", messages));
  }

  static Label wrapped(String style, String key, Messages messages) {
    Label label = new Label();
    label.textProperty().bind(messages.text(key));
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Button example(int number) {
    Button button = new Button();
    button.setId("example-" + number);
    button.textProperty().bind(messages.text("canvas.example." + number));
    button.getStyleClass().add("example");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setOnAction(event -> onExample.accept(button.getText()));
    return button;
  }
}
