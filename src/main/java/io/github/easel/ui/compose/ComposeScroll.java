package io.github.easel.ui.compose;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * Scrolls the left column where the window is low. The scroll bar keeps its place when there is
 * nothing to scroll, so that nothing moves sideways when it comes.
 */
public final class ComposeScroll extends ScrollPane {

  private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

  /** Pixels that show above and below what was sought. */
  private static final double AROUND = 24;

  private final ComposeView compose;

  public ComposeScroll(ComposeView compose) {
    super(compose);
    this.compose = compose;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setVbarPolicy(ScrollBarPolicy.ALWAYS);
    getStyleClass().add("compose-scroll");
    viewportBoundsProperty().addListener(changed -> measure());
    compose.heightProperty().addListener(changed -> measure());
    compose.revealBy(this::reveal);
    measure();
  }

  /** Scrolls no further than it takes to show the node, or its beginning if it is too high. */
  private void reveal(Node node) {
    double hidden = compose.getHeight() - getViewportBounds().getHeight();
    if (hidden <= 0) {
      return;
    }
    Bounds wanted = compose.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double top = wanted.getMinY() - AROUND;
    double bottom = wanted.getMaxY() + AROUND - getViewportBounds().getHeight();
    double now = getVvalue() * hidden;
    setVvalue(Math.min(Math.max(now, bottom), top) / hidden);
  }

  private void measure() {
    pseudoClassStateChanged(FITS, compose.getHeight() <= getViewportBounds().getHeight() + 1);
  }
}
