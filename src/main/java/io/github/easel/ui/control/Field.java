package io.github.easel.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A control under its name. */
public final class Field extends VBox {

  public Field(ObservableValue<String> name, Node control) {
    this(name, new Region(), control);
  }

  /**
   * @param aside stands at the right end of the name's line
   */
  public Field(ObservableValue<String> name, Node aside, Node control) {
    Label label = new Label();
    label.textProperty().bind(name);
    label.getStyleClass().add("field-name");
    label.setLabelFor(control);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getStyleClass().add("field");
    HBox head = new HBox(label, gap, aside);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, control);
  }
}
