package io.github.easel.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;

/** The two faces of the window. */
public enum Theme {
  LIGHT(() -> new PrimerLight().getUserAgentStylesheet(), List.of()),
  DARK(() -> new PrimerDark().getUserAgentStylesheet(), List.of("easel-dark"));

  /** One a screen, after what all share. */
  private static final List<String> SCREENS =
      List.of(
          "studio",
          "compose",
          "viewer",
          "canvas",
          "gallery",
          "queue",
          "keys",
          "settings",
          "models",
          "teach",
          "learn",
          "lineage",
          "failure",
          "drop");

  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

  private final Supplier<String> base;
  private final List<String> own;

  Theme(Supplier<String> base, List<String> own) {
    this.base = base;
    this.own = own;
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

  /** The program's icon in the sizes that window lists and task bars ask for. */
  public static List<Image> icons() {
    return ICON_SIZES.stream()
        .map(size -> new Image(resource("icon/easel-" + size + ".png").toExternalForm()))
        .toList();
  }

  /**
   * What all scenes of this theme build on. The first control would load JavaFX's own theme if it
   * found none, so this comes before it.
   */
  public void begin() {
    String sheet = base.get();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
  }

  /** Dresses the scene, and everything that pops up from it. */
  public void dress(Scene scene) {
    begin();
    scene
        .getStylesheets()
        .setAll(
            Stream.of(List.of("easel"), SCREENS, own)
                .flatMap(List::stream)
                .map(name -> resource(name + ".css").toExternalForm())
                .toList());
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name);
  }
}
