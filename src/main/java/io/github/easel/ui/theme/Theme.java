package io.github.easel.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The two faces of the window. */
public enum Theme {
  LIGHT(() -> new PrimerLight().getUserAgentStylesheet()),
  DARK(() -> new PrimerDark().getUserAgentStylesheet());

  /** Lets easel.css say what differs by dark. */
  private static final PseudoClass DARK_ROOT = PseudoClass.getPseudoClass("dark");

  private final Supplier<String> base;

  Theme(Supplier<String> base) {
    this.base = base;
  }

  /** The name in the settings file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of that name, else light. */
  public static Theme of(String label) {
    return DARK.label().equals(label) ? DARK : LIGHT;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** Loads the bundled letters: one family that has Latin, Cyrillic and Georgian everywhere. */
  public static void loadFonts() {
    for (String file : new String[] {"EaselSans-Regular.ttf", "EaselSans-Bold.ttf"}) {
      Font.loadFont(resource("/io/github/easel/ui/fonts/" + file).toExternalForm(), 14);
    }
  }

  /** Dresses the scene, and everything that pops up from it. */
  public void dress(Scene scene) {
    Application.setUserAgentStylesheet(base.get());
    String own = resource("easel.css").toExternalForm();
    if (!scene.getStylesheets().contains(own)) {
      scene.getStylesheets().add(own);
    }
    scene.getRoot().pseudoClassStateChanged(DARK_ROOT, this == DARK);
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name);
  }
}
