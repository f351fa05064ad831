package io.github.easel.ui.control;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A line that shows and hides what is under it. */
public final class Disclosure extends VBox {

  private final ToggleButton line = new ToggleButton();

  /**
   * @param content makes what is under it when it is first shown
   */
  public Disclosure(ObservableValue<String> name, Supplier<? extends Node> content) {
    this(name, new Region(), content);
  }

  /**
   * @param aside stands at the right end of the line, shown or not
   * @param content makes what is under it when it is first shown
   */
  public Disclosure(ObservableValue<String> name, Node aside, Supplier<? extends Node> content) {
    FontIcon arrow = new FontIcon();
    arrow
        .iconCodeProperty()
        .bind(
            Bindings.when(line.selectedProperty())
                .then(Material2AL.EXPAND_MORE)
                .otherwise(Material2AL.CHEVRON_RIGHT));
    line.setGraphic(arrow);
    line.textProperty().bind(name);
    line.getStyleClass().add("disclosure-line");
    line.setMaxWidth(Double.MAX_VALUE); // so that a click beside the words counts too
    line.setMinWidth(Region.USE_PREF_SIZE);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox head = new HBox(line, aside);
    head.getStyleClass().add("disclosure-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("disclosure");
    getChildren().addAll(head, Visibility.late(line.selectedProperty(), content));
  }

  /** The line itself, for what points at it. */
  public ToggleButton line() {
    return line;
  }

  /** Whether the content shows. */
  public BooleanProperty open() {
    return line.selectedProperty();
  }
}
