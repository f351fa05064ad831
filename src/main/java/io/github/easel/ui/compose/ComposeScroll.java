package io.github.easel.ui.compose;

import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;

/**
 * Scrolls the left column where the window is low. The scroll bar keeps its place when there is
 * nothing to scroll, so that nothing moves sideways when it comes.
 */
public final class ComposeScroll extends ScrollPane {

  private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

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
    measure();
  }

  private void measure() {
    pseudoClassStateChanged(FITS, compose.getHeight() <= getViewportBounds().getHeight() + 1);
  }
}
