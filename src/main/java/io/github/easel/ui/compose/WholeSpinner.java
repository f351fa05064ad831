package io.github.easel.ui.compose;

import java.util.function.IntSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/** A whole number to type or to step by. What is typed counts at once, whatever it is. */
final class WholeSpinner extends Spinner<Integer> {

  private static final int LONGEST = 6;
  private static final double WIDTH = 104;

  private boolean typing;

  /**
   * A spinner for that number.
   *
   * @param step stepping goes to the next multiple of it
   */
  WholeSpinner(IntegerProperty number, int least, IntSupplier most, IntSupplier step) {
    setEditable(true);
    getStyleClass().addAll(STYLE_CLASS_SPLIT_ARROWS_HORIZONTAL, "whole-spinner");
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    setValueFactory(
        new SpinnerValueFactory<>() {
          {
            setConverter(new Whole(number));
            setValue(number.get());
          }

          @Override
          public void decrement(int steps) {
            stepTo(Math.floorDiv(number.get() - 1, step.getAsInt()) - (steps - 1));
          }

          @Override
          public void increment(int steps) {
            stepTo(Math.floorDiv(number.get(), step.getAsInt()) + steps);
          }

          private void stepTo(int multiples) {
            int wanted = multiples * step.getAsInt();
            setValue(Math.max(least, Math.min(most.getAsInt(), wanted)));
          }
        });
    getValueFactory()
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                number.set(now);
              }
            });
    addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    number.addListener((property, old, now) -> take(now.intValue()));
    getEditor().textProperty().addListener((property, old, now) -> typed(now, number));
    getEditor()
        .focusedProperty()
        .addListener((property, old, focused) -> rewrite(focused, number.get()));
  }

  /** Up and down step although the arrows lie side by side. */
  private void step(KeyEvent event) {
    if (event.getTarget() != getEditor()) {
      return; // the spinner hands its keys on to the editor
    }
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (plain && event.getCode() == KeyCode.UP) {
      increment();
      event.consume();
    } else if (plain && event.getCode() == KeyCode.DOWN) {
      decrement();
      event.consume();
    }
  }

  private void take(int number) {
    if (!typing) {
      getValueFactory().setValue(number);
    }
  }

  /** The field keeps the text as it is while someone types. */
  private void typed(String text, IntegerProperty number) {
    String digits = text.strip();
    boolean readable =
        !digits.isEmpty()
            && digits.length() <= LONGEST
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (readable && getEditor().isFocused()) {
      typing = true;
      number.set(Integer.parseInt(digits));
      typing = false;
    }
  }

  private void rewrite(boolean focused, int number) {
    if (!focused) {
      getValueFactory().setValue(number);
      getEditor().setText(Integer.toString(number));
    }
  }

  /** What cannot be read leaves the number as it is. */
  private static final class Whole extends StringConverter<Integer> {

    private final IntegerProperty number;

    Whole(IntegerProperty number) {
      this.number = number;
    }

    @Override
    public String toString(Integer value) {
      return value == null ? "" : value.toString();
    }

    @Override
    public Integer fromString(String text) {
      return number.get();
    }
  }
}
