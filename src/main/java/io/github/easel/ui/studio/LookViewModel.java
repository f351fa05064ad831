package io.github.easel.ui.studio;

import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.theme.Theme;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the window looks: language, theme, size. */
public final class LookViewModel {

  private final ObjectProperty<Language> language;
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<WindowSize> windowSize;

  LookViewModel(Settings settings, Session session) {
    language = new SimpleObjectProperty<>(Language.of(settings.language()));
    theme = new SimpleObjectProperty<>(Theme.of(settings.theme()));
    windowSize = new SimpleObjectProperty<>(session.window());
  }

  public ObjectProperty<Language> language() {
    return language;
  }

  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** The size of the window's content. */
  public ObjectProperty<WindowSize> windowSize() {
    return windowSize;
  }

  /** From light to dark or back. */
  public void switchTheme() {
    theme.set(theme.get().other());
  }

  /** All that the settings should remember. */
  Observable[] parts() {
    return new Observable[] {language, theme};
  }
}
