package io.github.easel.ui.control;

import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Shows nodes only when they have something to say. */
public final class Visibility {

  private Visibility() {}

  /** While it is hidden the node takes no room either. */
  public static <N extends Node> N when(N node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  /**
   * Likewise, but the node is made when it is first shown: what is hidden costs as much styling as
   * what is seen, and the first window would wait for it.
   *
   * @param maker is called at most once, on JavaFX's thread; the node shows under the condition
   *     alone
   * @return the node if it shows already, else what is put into a pane and gives its place and what
   *     the pane was told of it to the node; do not put it where panes hold their nodes by name
   *     (BorderPane)
   */
  public static Node late(ObservableValue<Boolean> condition, Supplier<? extends Node> maker) {
    return condition.getValue() ? when(maker.get(), condition) : new Place(condition, maker);
  }

  /** Stands where the node will be. */
  private static final class Place extends Region {

    /** Held here as well, since bindings that nobody holds are forgotten. */
    private final ObservableValue<Boolean> condition;

    private final Supplier<? extends Node> maker;
    private final ChangeListener<Boolean> shows = (property, old, now) -> giveWay();

    Place(ObservableValue<Boolean> condition, Supplier<? extends Node> maker) {
      this.condition = condition;
      this.maker = maker;
      setVisible(false);
      setManaged(false);
      condition.addListener(shows);
    }

    private void giveWay() {
      if (condition.getValue() && getParent() instanceof Pane pane) {
        condition.removeListener(shows);
        Node node = maker.get();
        if (hasProperties()) {
          node.getProperties().putAll(getProperties()); // margins and the like
        }
        pane.getChildren().set(pane.getChildren().indexOf(this), when(node, condition));
      }
    }
  }
}
