package io.github.easel.ui.studio;

import io.github.easel.settings.Session.WindowSize;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.theme.Theme;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PictureActions;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the studio into a window. */
public final class StudioWindow {

  private static final double LEAST_WIDTH = 1100;
  private static final double LEAST_HEIGHT = 700;

  private StudioWindow() {}

  /** Fills the stage with the studio and shows it. Call it on JavaFX's thread. */
  public static void show(Stage stage, StudioViewModel studio, FailureText failureText) {
    Messages messages = Messages.of("viewer", studio.look().language());
    show(stage, studio, failureText, PictureActions.dialog(stage, messages));
  }

  private static void vary(StudioViewModel studio, Picture picture) {
    Path file = picture.file().get();
    String name = file == null ? "" : String.valueOf(file.getFileName());
    studio
        .pictures()
        .withPixels(
            picture, image -> studio.action().variations().make(picture.request(), image, name));
  }

  static void show(
      Stage stage,
      StudioViewModel studio,
      FailureText failureText,
      PictureActions.FileQuestion question) {
    Messages messages = Messages.of("studio", studio.look().language());
    studio.look().theme().get().begin();
    Theme.loadFonts();
    StudioView view =
        new StudioView(
            studio,
            new PictureActions(
                studio.viewer(),
                studio.compose()::recall,
                studio::useAsSource,
                picture -> vary(studio, picture),
                studio.desk()::edit,
                question),
            failureText);
    WindowSize size = studio.look().windowSize().get();
    Scene scene =
        new Scene(
            view,
            Math.min(size.width(), largest(Rectangle2D::getWidth)),
            Math.min(size.height(), largest(Rectangle2D::getHeight)));
    view.listen(scene);
    studio.look().theme().get().dress(scene);
    studio.look().theme().addListener((property, old, theme) -> theme.dress(scene));
    stage.setScene(scene);
    stage.titleProperty().bind(messages.text("window.title"));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.show();
    Platform.runLater(() -> stage.getIcons().setAll(Theme.icons())); // nobody waits for them
    rememberSize(scene, studio.look());
    view.focusPrompt();
  }

  /**
   * Lets the title say that the work is done.
   *
   * @param unseen whether something ended that the user has not seen yet
   */
  public static void title(Stage stage, StudioViewModel studio, ObservableBooleanValue unseen) {
    Messages messages = Messages.of("studio", studio.look().language());
    stage
        .titleProperty()
        .bind(
            Bindings.when(unseen)
                .then(messages.text("window.title.done"))
                .otherwise(messages.text("window.title")));
  }

  /** A window remembered from a larger screen must not reach beyond those that are here. */
  private static double largest(ToDoubleFunction<Rectangle2D> side) {
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .mapToDouble(side)
        .max()
        .orElse(Double.MAX_VALUE);
  }

  private static void rememberSize(Scene scene, LookViewModel look) {
    Runnable remember =
        () -> look.windowSize().set(new WindowSize(scene.getWidth(), scene.getHeight()));
    scene.widthProperty().addListener(changed -> remember.run());
    scene.heightProperty().addListener(changed -> remember.run());
  }
}
