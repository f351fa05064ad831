package io.github.easel.ui.control;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A line that shows and hides what is under it. */
public final class Disclosure extends VBox {

  private final ToggleButton line = new ToggleButton();

  public Disclosure(ObservableValue<String> name, Node content) {
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
    line.setAlignment(Pos.CENTER_LEFT);
    content.visibleProperty().bind(line.selectedProperty());
    content.managedProperty().bind(line.selectedProperty());
    getStyleClass().add("disclosure");
    getChildren().addAll(line, content);
  }

  /** Whether the content shows. */
  public BooleanProperty open() {
    return line.selectedProperty();
  }
}
