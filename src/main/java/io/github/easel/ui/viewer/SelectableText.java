package io.github.easel.ui.viewer;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** Text that wraps like a label's, is as high as it must be, and can be selected and copied. */
final class SelectableText extends TextArea {

  private final Text measure = new Text();

  SelectableText(String text) {
    super(text);
    setEditable(false);
    setWrapText(true);
    setPrefRowCount(1);
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    getStyleClass().add("selectable-text");
    widthProperty().addListener(changed -> fit());
    fontProperty().addListener(changed -> fit());
  }

  /** Text areas do not know how high their wrapped text is. */
  private void fit() {
    Insets insets = getInsets();
    double width = getWidth() - insets.getLeft() - insets.getRight();
    if (width < 1) {
      return;
    }
    measure.setFont(getFont());
    measure.setText(getText());
    measure.setWrappingWidth(width - 1);
    double height = Math.ceil(measure.getLayoutBounds().getHeight());
    setPrefHeight(height + insets.getTop() + insets.getBottom() + 2);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Node scroll = lookup(".scroll-pane");
    if (scroll instanceof ScrollPane pane) {
      pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }
  }
}
