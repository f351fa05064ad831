package io.github.easel.ui.studio;

import io.github.easel.generation.Draft;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.compose.Verb;
import io.github.easel.ui.keys.Command;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of the canvas in its states; see {@link ScreenshotTest}. */
@ExtendWith(ApplicationExtension.class)
class CanvasScreenshotTest {

  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(60);

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, ka",
    "1100, 700, dark, en",
    "1100, 700, light, ka"
  })
  void showsSomethingInEveryState(
      int width, int height, String theme, String language, FxRobot robot) {
    Settings settings = Settings.DEFAULTS.withLanguage(language).withTheme(theme);
    Session session =
        new Session(
            new WindowSize(width, height), Session.Layout.USUAL, Draft.EMPTY, List.of(), "");
    String name = "%dx%d-%s-%s-canvas-".formatted(width, height, theme, language);
    FakeServices services = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);
    try (StudioStage window =
        WaitForAsyncUtils.waitForAsyncFx(
            PATIENCE,
            () -> new StudioStage(new javafx.stage.Stage(), settings, session, services))) {
      window.open();
      CanvasDrive drive = new CanvasDrive(window, robot);
      drive.run(Command.CANVAS);
      Screenshots.shoot(window, name + "1-empty");
      drive.put(Screenshots.picture(4));
      Screenshots.shoot(window, name + "2-picture");
      drive.run(Command.BRUSH);
      drive.stroke(70, 70, 120, 110, 90, 140);
      drive.prompt(language.equals("ka") ? "ნავი ზღვაზე, ღამე" : "a boat on the sea at night");
      drive.verb(Verb.FILL);
      Screenshots.shoot(window, name + "3-mask");
      drive.generate(Screenshots.picture(3), Screenshots.picture(4));
      Screenshots.shoot(window, name + "4-staged");
      drive.run(Command.DISCARD);
      drive.run(Command.DISCARD);
      drive.run(Command.FRAME);
      drive.frame(128, 0, 192, 192);
      drive.verb(Verb.EXPAND);
      Screenshots.shoot(window, name + "5-frame");
      drive.run(Command.NEW_CANVAS);
      drive.run(Command.WAND);
      Screenshots.shoot(window, name + "6-wand");
    }
  }
}
