package io.github.easel.ui.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/** Texts that change by themselves when the language or a value in them changes. */
public final class Messages {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String bundle;
  private final ObjectProperty<Language> language;

  /**
   * @param bundle base name of a resource bundle whose root is English
   */
  public Messages(String bundle, ObjectProperty<Language> language) {
    this.bundle = bundle;
    this.language = language;
  }

  /**
   * The texts of a screen.
   *
   * @param screen the last part of its package's name, such as {@code compose}
   */
  public static Messages of(String screen, ObjectProperty<Language> language) {
    String name = Character.toUpperCase(screen.charAt(0)) + screen.substring(1);
    return new Messages("io.github.easel.ui." + screen + "." + name, language);
  }

  public ObjectProperty<Language> language() {
    return language;
  }

  public Locale locale() {
    return language.get().locale();
  }

  /**
   * A text that stays true.
   *
   * @param values fill the places of the text; of observable ones the value of the moment
   */
  public StringBinding text(String key, Object... values) {
    return Bindings.createStringBinding(() -> now(key, values), dependencies(values));
  }

  /** The text as of now. */
  public String now(String key, Object... values) {
    return in(locale(), key, values);
  }

  /** The text as of now in a language of choice. */
  public String in(Locale locale, String key, Object... values) {
    String pattern = ResourceBundle.getBundle(bundle, locale, NO_FALLBACK).getString(key);
    Object[] plain = Arrays.stream(values).map(Messages::plain).toArray();
    return new MessageFormat(pattern, locale).format(plain);
  }

  /** The language first, then whatever among the values can change. */
  public Observable[] dependencies(Object... values) {
    Observable[] observed =
        Arrays.stream(values).filter(Observable.class::isInstance).toArray(Observable[]::new);
    Observable[] all = Arrays.copyOf(new Observable[] {language}, observed.length + 1);
    System.arraycopy(observed, 0, all, 1, observed.length);
    return all;
  }

  private static Object plain(Object value) {
    return value instanceof ObservableValue<?> observable ? observable.getValue() : value;
  }
}
