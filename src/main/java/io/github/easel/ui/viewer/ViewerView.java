package io.github.easel.ui.viewer;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.text.Messages;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The middle: the picture, or how to come to one. */
public final class ViewerView extends BorderPane {

  private static final int EXAMPLES = 3;

  private final Consumer<String> onExample;
  private final Messages messages;

  /**
   * @param onExample is given the example that the user chose
   */
  public ViewerView(
      PicturesViewModel pictures,
      QueueViewModel line,
      PictureActions actions,
      KeyMap keys,
      Consumer<String> onExample,
      Messages messages) {
    this.onExample = onExample;
    this.messages = messages;
    getStyleClass().add("canvas");
    BooleanBinding empty = pictures.shown().isNull();
    BooleanBinding drawing = line.running().isNotNull();
    StackPane middle =
        new StackPane(
            Visibility.when(new PictureView(pictures.shown()), empty.not()),
            Visibility.when(welcome(), empty.and(drawing.not())),
            Visibility.when(firstPicture(), empty.and(drawing)));
    middle.getStyleClass().add("canvas-middle");
    setCenter(middle);
    setBottom(
        Visibility.when(new PictureBar(pictures.shown(), actions, keys, messages), empty.not()));
  }

  private Node welcome() {
    FontIcon icon = new FontIcon(Material2AL.BRUSH);
    icon.getStyleClass().add("welcome-icon");
    Label title = wrapped("welcome-title", "canvas.empty.title");
    Label text = wrapped("welcome-text", "canvas.empty.text");
    VBox welcome = new VBox(icon, title, text);
    for (int example = 1; example <= EXAMPLES; example++) {
      welcome.getChildren().add(example(example));
    }
    welcome.setId("welcome");
    welcome.getStyleClass().add("welcome");
    return welcome;
  }

  private Label wrapped(String style, String key) {
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
    button.setOnAction(event -> onExample.accept(button.getText()));
    return button;
  }

  private Node firstPicture() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(40, 40);
    Label words = wrapped("welcome-text", "canvas.drawing");
    VBox box = new VBox(turning, words);
    box.getStyleClass().add("welcome");
    turning
        .progressProperty()
        .bind(
            Bindings.when(box.visibleProperty())
                .then(ProgressIndicator.INDETERMINATE_PROGRESS)
                .otherwise(0)); // a hidden one must not go on turning
    return box;
  }
}
