package io.github.easel.ui.learn;

import io.github.easel.generation.PixelImage;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.Images;
import io.github.easel.ui.viewer.Picture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The pictures of the session in a row of small ones, with the example at its end. */
final class ChoiceRow extends HBox {

  private static final double SIDE = 40;

  /** Newest first; the others can be shown in the viewer, and are taken up from there. */
  private static final int MOST = 24;

  private final ObjectProperty<Picture> chosen;
  private final HBox row = new HBox();
  private final NoisingViewModel noising;
  private final Messages messages;
  private final Image example;

  ChoiceRow(NoisingViewModel noising, Messages messages) {
    this.noising = noising;
    this.messages = messages;
    chosen = noising.chosen();
    PixelImage painted = ExamplePicture.paint();
    example = Images.of(painted);
    Label name = new Label();
    name.textProperty().bind(messages.text("noising.choose"));
    name.getStyleClass().add("field-name");
    name.setMinWidth(USE_PREF_SIZE);
    row.getStyleClass().add("choices");
    ScrollPane scroll = new ScrollPane(row);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("choices-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("choice-row");
    getChildren().addAll(name, scroll);
    setMinHeight(USE_PREF_SIZE);
    noising.choices().addListener((ListChangeListener<Picture>) change -> fill());
    chosen.addListener(changed -> mark());
    fill();
  }

  private void fill() {
    row.getChildren().clear();
    int some = Math.min(MOST, noising.choices().size());
    for (Picture picture : noising.choices().subList(0, some)) {
      ToggleButton button = button(picture, picture.thumbnail());
      button.setAccessibleText(picture.request().prompt().positive());
      row.getChildren().add(button);
    }
    ToggleButton last = button(null, new javafx.beans.property.SimpleObjectProperty<>(example));
    last.setId("choice-example");
    last.accessibleTextProperty().bind(messages.text("noising.example"));
    row.getChildren().add(last);
    mark();
  }

  private ToggleButton button(@Nullable Picture picture, ObservableValue<Image> image) {
    ImageView view = new ImageView();
    view.setFitWidth(SIDE);
    view.setFitHeight(SIDE);
    view.imageProperty().bind(image);
    image.subscribe(now -> view.setViewport(now == null ? null : square(now)));
    ToggleButton button = new ToggleButton();
    button.setGraphic(view);
    button.setUserData(picture);
    button.getStyleClass().add("choice");
    button.setOnAction(
        event -> {
          chosen.set(picture);
          mark(); // a second click must not turn it off
        });
    return button;
  }

  private static Rectangle2D square(Image image) {
    double side = Math.min(image.getWidth(), image.getHeight());
    return new Rectangle2D(
        (image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
  }

  private void mark() {
    for (var node : row.getChildren()) {
      if (node instanceof ToggleButton button) {
        button.setSelected(button.getUserData() == chosen.get());
      }
    }
  }
}
