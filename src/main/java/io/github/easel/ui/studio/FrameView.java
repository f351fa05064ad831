package io.github.easel.ui.studio;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The panels around the middle: one on the left from top to bottom, one on the right, and under the
 * middle and the right one a drawer. A page that is not the viewer takes the right one's place too.
 */
final class FrameView extends Region {

  /** Under this the middle is of little use. */
  private static final double LEAST_HEIGHT = 480;

  private final LayoutViewModel layout;
  private final Node left;
  private final Node middle;
  private final Node right;
  private final Node drawer;
  private final Handle leftEdge;
  private final Handle rightEdge;
  private final Handle drawerEdge;

  /**
   * @param middle the viewer, or a page
   */
  FrameView(
      LayoutViewModel layout, Node left, Node middle, Node right, Node drawer, Messages messages) {
    this.layout = layout;
    this.left = Visibility.when(left, layout.left().open());
    this.middle = middle;
    this.right =
        Visibility.when(right, layout.right().open().and(layout.page().isEqualTo(Page.VIEWER)));
    this.drawer = Visibility.when(drawer, layout.drawer().open());
    leftEdge = edge(layout.left(), Orientation.VERTICAL, false, messages, "left");
    rightEdge = edge(layout.right(), Orientation.VERTICAL, true, messages, "right");
    drawerEdge = edge(layout.drawer(), Orientation.HORIZONTAL, true, messages, "drawer");
    leftEdge.shownSize(asked -> columns().left());
    rightEdge.shownSize(asked -> columns().right());
    drawerEdge.shownSize(asked -> drawerHeight());
    rightEdge.visibleProperty().unbind();
    Visibility.when(rightEdge, right.visibleProperty());
    getChildren().addAll(left, leftEdge, middle, rightEdge, right, drawerEdge, drawer);
    for (var part : layout.parts()) {
      part.addListener(changed -> requestLayout());
    }
    layout.page().addListener(changed -> requestLayout());
    setMinSize(0, 0);
  }

  private static Handle edge(
      Side side, Orientation along, boolean after, Messages messages, String name) {
    Handle handle = new Handle(side, along, after, messages.text("edge." + name));
    handle.setId("edge-" + name);
    handle.setViewOrder(-1); // over both its neighbours, but between them for the Tab key
    return handle;
  }

  private Columns columns() {
    return Columns.fit(getWidth(), layout.left(), layout.right());
  }

  private double drawerHeight() {
    double room = Math.max(layout.drawer().least(), getHeight() - LEAST_HEIGHT);
    return Math.min(layout.drawer().taken(), room);
  }

  @Override
  protected void layoutChildren() {
    Columns columns = columns();
    double height = getHeight();
    double under = Math.rint(drawerHeight());
    double from = Math.rint(columns.left());
    double beside = right.isVisible() ? Math.rint(columns.right()) : 0;
    double to = getWidth() - beside;
    left.resizeRelocate(0, 0, from, height);
    middle.resizeRelocate(from, 0, Math.max(0, to - from), height - under);
    right.resizeRelocate(to, 0, beside, height - under);
    drawer.resizeRelocate(from, height - under, getWidth() - from, under);
    double half = Math.floor(Handle.GRASP / 2);
    leftEdge.resizeRelocate(from - half, 0, Handle.GRASP, height);
    rightEdge.resizeRelocate(to - half, 0, Handle.GRASP, height - under);
    drawerEdge.resizeRelocate(from, height - under - half, getWidth() - from, Handle.GRASP);
  }
}
