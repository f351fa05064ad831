package io.github.easel.ui.canvas;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.paint.Color;

/** A few colours to begin with, calm ones in the order of the rainbow. */
final class Swatches extends TilePane {

  private static final List<String> COLOURS =
      List.of(
          "#000000", "#5c6370", "#a8adb5", "#ffffff", "#7a4a2b", "#c98d5e", "#f1cfae", "#b3312c",
          "#e2703a", "#f2c14e", "#6a994e", "#2d6a4f", "#3fa7a0", "#3d7bd9", "#5a4fcf", "#c65b9c");

  Swatches(ObjectProperty<Color> chosen, Messages messages) {
    getStyleClass().add("swatches");
    setPrefColumns(8);
    setMinWidth(USE_PREF_SIZE);
    for (String web : COLOURS) {
      getChildren().add(button(Color.web(web), web, chosen, messages));
    }
  }

  private static Button button(
      Color colour, String web, ObjectProperty<Color> chosen, Messages messages) {
    Button button = new Button();
    button.setId("swatch-" + web.substring(1));
    button.getStyleClass().addAll("icon-only", "flat", "swatch");
    Region square = square(Bindings.createObjectBinding(() -> colour));
    square.setMinSize(16, 16);
    square.setMaxSize(16, 16);
    button.setGraphic(square);
    ObservableValue<String> name = messages.text("colours.take", web);
    button.accessibleTextProperty().bind(name);
    Hints.explain(button, name);
    button.setOnAction(event -> chosen.set(colour));
    return button;
  }

  /** A square of a colour within a line that is seen on every ground. */
  static Region square(ObservableValue<Color> colour) {
    Region square = new Region();
    square.getStyleClass().add("colour-square");
    square
        .backgroundProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    new Background(
                        new BackgroundFill(Color.grayRgb(128), new CornerRadii(4), Insets.EMPTY),
                        new BackgroundFill(colour.getValue(), new CornerRadii(3), new Insets(1))),
                colour));
    return square;
  }
}
