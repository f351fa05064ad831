package io.github.easel.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What pages are put together from. */
public final class Pieces {

  private static final double GAP = 8;

  private Pieces() {}

  /** Words that wrap. */
  public static Label words(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Words that wrap and change. */
  public static Label words(ObservableValue<String> text, String... styles) {
    Label label = words("", styles);
    label.textProperty().bind(text);
    return label;
  }

  /** A button with words that stay. */
  public static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setMnemonicParsing(false); // names have underscores
    button.setOnAction(event -> action.run());
    return button;
  }

  /** The button that one comes for. */
  public static Button first(Button button) {
    button.getStyleClass().add("accent");
    return button;
  }

  /** The same of less room. */
  public static Button small(Button button) {
    button.getStyleClass().add("small");
    return button;
  }

  /** What stands side by side and goes to the next line where there is no room. */
  public static FlowPane flow(Node... nodes) {
    return new FlowPane(GAP, GAP, nodes);
  }

  /** Takes the room that is left in a row. */
  public static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** A column that is made anew whenever something changes. */
  public static VBox anew(double spacing, Supplier<List<Node>> maker, Observable... on) {
    VBox box = new VBox(spacing);
    Runnable make =
        () -> {
          box.getChildren().setAll(new ArrayList<>(maker.get()));
          box.setManaged(!box.getChildren().isEmpty()); // else there would be two gaps
        };
    for (Observable one : on) {
      one.addListener(changed -> make.run());
    }
    make.run();
    return box;
  }
}
