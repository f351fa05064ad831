package io.github.easel.ui.studio;

import io.github.easel.settings.Settings.WindowSize;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.theme.Theme;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Puts the studio into a window. */
public final class StudioWindow {

  private static final String TEXTS = "io.github.easel.ui.studio.Studio";
  private static final double LEAST_WIDTH = 1100;
  private static final double LEAST_HEIGHT = 700;

  private StudioWindow() {}

  /** Fills the stage with the studio and shows it. Call it on JavaFX's thread. */
  public static void show(Stage stage, StudioViewModel studio, FailureText failureText) {
    Messages messages = new Messages(TEXTS, studio.look().language());
    show(stage, studio, failureText, PictureActions.dialog(stage, messages));
  }

  static void show(
      Stage stage,
      StudioViewModel studio,
      FailureText failureText,
      PictureActions.FileQuestion question) {
    Messages messages = new Messages(TEXTS, studio.look().language());
    Theme.loadFonts();
    StudioView view =
        new StudioView(studio, new PictureActions(studio, question), failureText, messages);
    WindowSize size = studio.look().windowSize().get();
    Scene scene = new Scene(view, size.width(), size.height());
    studio.look().theme().get().dress(scene);
    studio.look().theme().addListener((property, old, theme) -> theme.dress(scene));
    stage.setScene(scene);
    stage.titleProperty().bind(messages.text("window.title"));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.show();
    rememberSize(scene, studio.look());
    view.focusPrompt();
  }

  private static void rememberSize(Scene scene, LookViewModel look) {
    Runnable remember =
        () -> look.windowSize().set(new WindowSize(scene.getWidth(), scene.getHeight()));
    scene.widthProperty().addListener(changed -> remember.run());
    scene.heightProperty().addListener(changed -> remember.run());
  }
}
