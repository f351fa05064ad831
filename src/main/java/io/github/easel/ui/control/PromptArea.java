package io.github.easel.ui.control;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field for several lines of text in which Tab goes on to the next control. */
public final class PromptArea extends TextArea {

  public PromptArea(StringProperty text, ObservableValue<String> example, int rows) {
    setText(text.get());
    textProperty().addListener((property, old, now) -> text.set(now));
    text.addListener((property, old, now) -> take(now));
    promptTextProperty().bind(example);
    setWrapText(true);
    setPrefRowCount(rows);
    addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
  }

  /** Like typing, so that it can be undone: setting the text would forget what was before. */
  private void take(String text) {
    if (!text.equals(getText())) {
      replaceText(0, getLength(), text);
    }
  }

  /** Control+Tab is how a text area is left, so Tab is turned into that. */
  private void leaveByTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
      event.consume();
      fireEvent(
          new KeyEvent(
              event.getSource(),
              event.getTarget(),
              event.getEventType(),
              event.getCharacter(),
              event.getText(),
              event.getCode(),
              event.isShiftDown(),
              true,
              event.isAltDown(),
              event.isMetaDown()));
    }
  }
}
