package io.github.easel.ui.learn;

import io.github.easel.ui.Shots;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.theme.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of the page; they are kept with {@code -Deasel.screenshots=FOLDER}. */
@ExtendWith(ApplicationExtension.class)
class LearnScreenshotTest {

  /** The fewest that the page has in any state. */
  private static final int COLOURS = 20;

  @ParameterizedTest
  @CsvSource({
    "1080, 900, LIGHT, ENGLISH",
    "1080, 900, DARK, GEORGIAN",
    "740, 700, DARK, ENGLISH",
    "740, 700, LIGHT, GEORGIAN"
  })
  void showsSomethingInEveryState(int width, int height, Theme theme, Language language) {
    String name = "learn-%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (LearnStage stage =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> new LearnStage(new javafx.stage.Stage(), theme, language, width, height))) {
      LearnStage.await(() -> stage.learn.noising().noised().get() != null);
      shoot(stage, name + "1-example");
      part(stage, LearnViewModel.Part.PICTURE);
      shoot(stage, name + "2-empty");
      stage.draw("a red apple on a white background", 4, 12);
      LearnStage.await(() -> stage.learn.steps().compared().get() != null);
      step(stage, 3);
      shoot(stage, name + "3-step");
      part(stage, LearnViewModel.Part.NOISE);
      shoot(stage, name + "4-own");
    }
  }

  private static void part(LearnStage stage, LearnViewModel.Part part) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.learn.part().set(part));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void step(LearnStage stage, int index) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.learn.steps().scrub(index));
    LearnStage.await(() -> stage.learn.steps().clean().get().width() == 256);
  }

  private static void shoot(LearnStage stage, String name) {
    Shots.take(stage.scene, name, COLOURS);
  }
}
