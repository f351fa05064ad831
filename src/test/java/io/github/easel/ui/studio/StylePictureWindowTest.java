package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.MeaningService;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.ColourTransfer;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A picture in the style of another one: what is shown of it, drawn with it, and taken away. */
@ExtendWith(ApplicationExtension.class)
class StylePictureWindowTest {

  /** Every picture lies nearest to neon. */
  private static final class Neon implements MeaningService {

    @Override
    public Optional<Embedding> of(PixelImage image) {
      return Optional.of(Embedding.of(new float[] {1, 0}));
    }

    @Override
    public Optional<Embedding> of(String words) {
      return Optional.of(Embedding.of(new float[] {1, words.contains("neon") ? 0 : 1}));
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, light, en", "1440, 900, dark, ka", "1100, 700, dark, en"})
  void colourAPictureUntilItIsTakenAway(
      int width, int height, String theme, String language, FxRobot robot) {
    Settings settings = Settings.DEFAULTS.withLanguage(language).withTheme(theme);
    Session session =
        new Session(
            new WindowSize(width, height),
            Session.Layout.USUAL,
            Session.NEW.draft(),
            List.of(),
            "");
    FakeServices services = new FakeServices(FakeServices.STARTER);
    services.meanings = new Neon();
    PixelImage content = Screenshots.picture(2);
    try (StudioStage window =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> new StudioStage(new javafx.stage.Stage(), settings, session, services))) {
      window.open();
      robot.write("a red fox");
      WaitForAsyncUtils.waitForAsyncFx(
          20_000,
          () ->
              window.studio.compose().takeSource(services.sources().keep(content), "balloons.png"));
      Node choose = window.node("source-choose-style");
      assertThat(choose.isVisible()).isTrue();
      Screenshots.shoot(window, "style-%dx%d-%s-%s-1".formatted(width, height, theme, language));
      StudioTour.style(window);
      Screenshots.shoot(window, "style-%dx%d-%s-%s-2".formatted(width, height, theme, language));
      assertThat(choose.isVisible()).isFalse();
      assertThat(((Label) window.node("source-style-words")).getText())
          .contains(language.equals("ka") ? "ნეონი" : "Neon glow");

      robot.clickOn("#prompt").push(KeyCode.SHORTCUT, KeyCode.ENTER);
      StudioStage.await(() -> services.requests.size() == 1);
      GenerationRequest request = services.requests.get(0);
      assertThat(request.prompt().positive()).contains("neon");
      assertThat(request.source().orElseThrow().image())
          .isEqualTo(ColourTransfer.of(content, services.sources().read(Screenshots.SHEET), 1));
      assertThat(request.source().orElseThrow().name()).isEqualTo("balloons.png + starter.png");
      services.finish();

      robot.interact(() -> ((javafx.scene.control.Button) window.node("source-drop-style")).fire());
      robot.clickOn("#prompt").push(KeyCode.SHORTCUT, KeyCode.ENTER);
      StudioStage.await(() -> services.requests.size() == 2);
      assertThat(services.requests.get(1).source().orElseThrow().image()).isEqualTo(content);
      assertThat(services.requests.get(1).prompt().positive()).isEqualTo("a red fox");
      services.finish();
    }
  }
}
