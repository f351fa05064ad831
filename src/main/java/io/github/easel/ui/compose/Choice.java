package io.github.easel.ui.compose;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** A list to choose one thing from. */
final class Choice<T> extends ComboBox<T> {

  /**
   * A list of those things.
   *
   * @param name how each is called; asked again when the language changes
   */
  Choice(
      ObservableList<T> items,
      ObjectProperty<T> chosen,
      Function<T, String> name,
      ObservableValue<?> language) {
    super(items);
    setMaxWidth(Double.MAX_VALUE);
    setConverter(named(name));
    valueProperty().bindBidirectional(chosen);
    language.addListener((property, old, now) -> setConverter(named(name)));
  }

  private static <T> StringConverter<T> named(Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(T item) {
        return item == null ? "" : name.apply(item);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("the box is for choosing only");
      }
    };
  }
}
