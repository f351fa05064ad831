package io.github.easel.ui.studio;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Stage;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.viewer.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes pictures of the window in all its states. They are kept with {@code
 * -Deasel.screenshots=FOLDER}; {@code -Deasel.screenshots.picture=FILE} puts a picture of one's own
 * on the canvas.
 */
@ExtendWith(ApplicationExtension.class)
class ScreenshotTest {

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, en",
    "1440, 900, light, ka",
    "1440, 900, dark, ka",
    "1100, 700, light, en",
    "1100, 700, dark, en",
    "1100, 700, light, ka",
    "1100, 700, dark, ka"
  })
  void showsSomethingInEveryState(int width, int height, String theme, String language) {
    String name = "%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (StudioStage stage = StudioStage.show(width, height, theme, language)) {
      Screenshots.shoot(stage, name + "1-opening");
      stage.open();
      Screenshots.shoot(stage, name + "2-empty");
      draw(stage, language);
      Screenshots.shoot(stage, name + "3-drawing");
      finish(stage);
      Screenshots.shoot(stage, name + "4-done");
      fail(stage);
      Screenshots.shoot(stage, name + "5-failed");
    }
  }

  private static void draw(StudioStage stage, String language) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          stage
              .studio
              .compose()
              .prompt()
              .set(
                  language.equals("ka")
                      ? "საჰაერო ბურთები ღამის ცაზე, სავსე მთვარე"
                      : "hot air balloons in the night sky, full moon");
          stage.studio.action().generate(false);
        });
    stage.services.report(Stage.SAMPLING, 12, 30, 0.4);
    StudioStage.await(() -> stage.studio.line().progress().get() != null);
  }

  private static void finish(StudioStage stage) {
    stage.services.finish(picture());
    StudioStage.await(
        () -> {
          Picture shown = stage.studio.pictures().shown().get();
          return shown != null && shown.file().get() != null;
        });
    stage.services.notices = List.of(new Notice(Notice.Kind.PROMPT_TRUNCATED, "full moon"));
    for (int more = 1; more <= 2; more++) {
      int wanted = more + 1;
      WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.studio.action().generate(false));
      stage.services.finish(more == 1 ? FakeServices.gradient(128, 192) : picture());
      StudioStage.await(() -> stage.studio.pictures().all().size() == wanted);
      StudioStage.await(() -> stage.studio.pictures().shown().get().file().get() != null);
    }
  }

  private static void fail(StudioStage stage) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          stage.studio.compose().negative().set("blurry, text");
          stage.studio.compose().seed().set("many");
        });
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.studio.compose().seed().set("42"));
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.studio.action().generate(false));
    stage.services.fail(new GenerationException(Failure.OUT_OF_MEMORY, "test", "UNet"));
    StudioStage.await(() -> stage.studio.failures().failure().get() != null);
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.studio.compose().seed().set("many"));
  }

  private static PixelImage picture() {
    String file = System.getProperty("easel.screenshots.picture", "");
    if (file.isBlank()) {
      return FakeServices.gradient(256, 256);
    }
    try {
      BufferedImage image = ImageIO.read(Path.of(file).toFile());
      byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
      for (int i = 0; i < rgb.length / 3; i++) {
        int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
        rgb[3 * i] = (byte) (pixel >> 16);
        rgb[3 * i + 1] = (byte) (pixel >> 8);
        rgb[3 * i + 2] = (byte) pixel;
      }
      return PixelImage.of(image.getWidth(), image.getHeight(), rgb);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
