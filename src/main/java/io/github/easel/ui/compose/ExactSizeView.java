package io.github.easel.ui.compose;

import io.github.easel.generation.ImageSize;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Width and height in pixels, and further ratios. */
final class ExactSizeView extends VBox {

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
  private static final int[][] RATIOS = {{4, 3}, {16, 9}, {3, 4}, {9, 16}};

  private final SizeViewModel format;
  private final Messages messages;

  ExactSizeView(SizeViewModel format, Messages messages) {
    this.format = format;
    this.messages = messages;
    getStyleClass().add("exact-size");
    HBox sides =
        new HBox(
            side("width", format.width()), new Label("×"), side("height", format.height()), lock());
    sides.getStyleClass().add("sides");
    sides.setAlignment(Pos.CENTER_LEFT);
    HBox ratios = new HBox();
    ratios.getStyleClass().add("ratios");
    for (int[] ratio : RATIOS) {
      ratios.getChildren().add(ratio(ratio[0], ratio[1]));
    }
    getChildren().addAll(new Field(messages.text("compose.size.exact"), sides), ratios);
  }

  private Node side(String id, IntegerProperty pixels) {
    WholeSpinner spinner =
        new WholeSpinner(
            pixels,
            ImageSize.SMALLEST,
            () -> ImageSize.LARGEST,
            () -> Math.max(1, format.multiple().get()));
    spinner.setId(id);
    spinner.accessibleTextProperty().bind(messages.text("compose.size." + id));
    Hints.explain(
        spinner, messages.text("compose.size." + id + ".hint", format.multiple().asString()));
    Runnable judge =
        () -> {
          int side = pixels.get();
          boolean fits =
              side >= ImageSize.SMALLEST
                  && side <= ImageSize.LARGEST
                  && side % format.multiple().get() == 0;
          spinner.pseudoClassStateChanged(DANGER, !fits);
          spinner.getEditor().pseudoClassStateChanged(DANGER, !fits);
        };
    pixels.addListener(changed -> judge.run());
    format.multiple().addListener(changed -> judge.run());
    judge.run();
    HBox.setHgrow(spinner, Priority.ALWAYS);
    spinner.setMaxWidth(Double.MAX_VALUE);
    return spinner;
  }

  private Node lock() {
    ToggleButton lock =
        Hints.iconOnly(new ToggleButton(), Material2AL.LOCK, messages.text("compose.size.lock"));
    lock.setId("lock");
    lock.selectedProperty().bindBidirectional(format.locked());
    ((FontIcon) lock.getGraphic())
        .iconCodeProperty()
        .bind(
            Bindings.when(format.locked())
                .<Ikon>then(Material2AL.LOCK)
                .otherwise(Material2AL.LOCK_OPEN));
    return lock;
  }

  private Node ratio(int across, int down) {
    Button button = new Button(across + ":" + down);
    button.setId("ratio-" + across + "-" + down);
    button.setGraphic(SizeView.outline(new ImageSize(across * 16, down * 16), 13));
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(event -> format.choose(format.of(across, down)));
    return button;
  }
}
