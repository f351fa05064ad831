package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.keys.Command;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of the settings and of the keys; kept with {@code -Deasel.screenshots=FOLDER}. */
@ExtendWith(ApplicationExtension.class)
class PreferencesScreenshotTest {

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, ka",
    "1100, 700, dark, en",
    "1100, 700, light, ka"
  })
  void showsAllSettingsAndKeys(int width, int height, String theme, String language)
      throws IOException {
    Settings settings =
        Settings.DEFAULTS
            .withLanguage(language)
            .withTheme(theme)
            .withFolders(new Settings.Folders("", "/media/models"));
    Session session =
        new Session(
            new WindowSize(width, height), Session.Layout.USUAL, Draft.EMPTY, List.of(), "");
    String name = "%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (StudioStage stage =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () ->
                new StudioStage(
                    new javafx.stage.Stage(),
                    settings,
                    session,
                    new FakeServices(FakeServices.STARTER)))) {
      stage.open();
      fx(() -> stage.studio.commands().run(Command.SETTINGS));
      shoot(stage, name + "settings-1");
      fx(() -> scroll(stage).setVvalue(0.5));
      shoot(stage, name + "settings-2");
      fx(() -> scroll(stage).setVvalue(1));
      shoot(stage, name + "settings-3");
      fx(() -> stage.studio.preferences().query().set("folder"));
      shoot(stage, name + "settings-4");
      fx(() -> stage.studio.commands().run(Command.KEYS));
      shoot(stage, name + "keys-1");
      fx(
          () -> {
            Button pause = (Button) stage.node("key-pause");
            pause.requestFocus();
            pause.fire();
            pause.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, false, true, false, false));
          });
      shoot(stage, name + "keys-2");
      assertThat(stage.node("key-answer-pause").isVisible()).isTrue();
    }
  }

  private static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ScrollPane scroll(StudioStage stage) {
    return (ScrollPane) stage.scene.lookup(".settings-scroll");
  }

  private static void shoot(StudioStage stage, String name) throws IOException {
    String folder = System.getProperty("easel.screenshots", "");
    if (folder.isBlank()) {
      return;
    }
    Image image = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.scene.snapshot(null));
    BufferedImage copy =
        new BufferedImage(
            (int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < copy.getHeight(); y++) {
      for (int x = 0; x < copy.getWidth(); x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    Files.createDirectories(Path.of(folder));
    ImageIO.write(copy, "png", Path.of(folder, name + ".png").toFile());
  }
}
