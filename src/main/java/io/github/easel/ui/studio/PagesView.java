package io.github.easel.ui.studio;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The middle: the viewer, or a page in its place. A page is made when it is first shown. */
final class PagesView extends StackPane {

  private final Map<Page, Supplier<Node>> makers = new EnumMap<>(Page.class);
  private final Map<Page, Node> made = new EnumMap<>(Page.class);

  PagesView() {
    getStyleClass().add("pages");
    setMinSize(0, 0);
  }

  /** From now on the page looks like this. */
  void place(Page page, Supplier<Node> maker) {
    makers.put(page, maker);
  }

  /** The pages that there are. */
  Set<Page> pages() {
    return makers.keySet();
  }

  /** Shows the page of the moment from now on. */
  void follow(ReadOnlyProperty<Page> page) {
    page.addListener((property, old, now) -> show(now));
    show(page.getValue());
  }

  private void show(Page page) {
    Node node = made.computeIfAbsent(page, this::make);
    getChildren().setAll(node);
    if (page != Page.VIEWER) {
      enter(node);
    }
  }

  private Node make(Page page) {
    Supplier<Node> maker = makers.get(page);
    if (maker == null) {
      throw new IllegalArgumentException("no page " + page);
    }
    return maker.get();
  }

  /** Keys go on in the page, so that nobody has to find the way into it. */
  private static void enter(Node page) {
    Node pane = page.lookup("#canvas-pane");
    if (pane != null) {
      pane.requestFocus(); // one paints at once, and Space moves what is seen
      return;
    }
    page.lookupAll("*").stream()
        .filter(node -> node.isFocusTraversable() && node.isVisible() && !node.isDisabled())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }
}
