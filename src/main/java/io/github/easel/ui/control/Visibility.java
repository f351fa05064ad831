package io.github.easel.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows nodes only when they have something to say. */
public final class Visibility {

  private Visibility() {}

  /** While it is hidden the node takes no room either. */
  public static <N extends Node> N when(N node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }
}
