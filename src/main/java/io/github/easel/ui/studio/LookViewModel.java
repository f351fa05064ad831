package io.github.easel.ui.studio;

import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.theme.Theme;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How the window looks: language, theme, size. */
public final class LookViewModel {

  private static final String SYSTEM = "system";

  private final ObjectProperty<Language> language;
  private final StringProperty themeChoice;
  private final ObjectProperty<Theme> systemTheme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<WindowSize> windowSize;
  private boolean adopting;

  LookViewModel(Settings settings, Session session) {
    language = new SimpleObjectProperty<>(Language.of(settings.language()));
    themeChoice = new SimpleStringProperty(settings.theme());
    theme.bind(
        Bindings.createObjectBinding(
            () ->
                SYSTEM.equals(themeChoice.get()) ? systemTheme.get() : Theme.of(themeChoice.get()),
            themeChoice,
            systemTheme));
    windowSize = new SimpleObjectProperty<>(session.window());
  }

  public ObjectProperty<Language> language() {
    return language;
  }

  /** The theme of the moment. */
  public ReadOnlyObjectProperty<Theme> theme() {
    return theme.getReadOnlyProperty();
  }

  /** What the system around the window looks like, as far as is known. */
  public ObjectProperty<Theme> systemTheme() {
    return systemTheme;
  }

  /** Takes over what was chosen in the settings. */
  void adopt(Settings settings) {
    adopting = true;
    language.set(Language.of(settings.language()));
    themeChoice.set(settings.theme());
    adopting = false;
  }

  /** The settings with what was chosen in the window; what is as it was stays as it was said. */
  Settings into(Settings settings) {
    if (adopting) {
      return settings;
    }
    boolean same = Language.of(settings.language()) == language.get();
    return settings
        .withLanguage(same ? settings.language() : language.get().tag())
        .withTheme(themeChoice.get());
  }

  /** The size of the window's content. */
  public ObjectProperty<WindowSize> windowSize() {
    return windowSize;
  }

  /** From light to dark or back. */
  public void switchTheme() {
    themeChoice.set(theme.get().other().label());
  }

  /** All that the settings should remember. */
  Observable[] parts() {
    return new Observable[] {language, themeChoice};
  }
}
