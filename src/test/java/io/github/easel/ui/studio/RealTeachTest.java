package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Draft;
import io.github.easel.image.PngWriter;
import io.github.easel.runtime.torch.NeedsPyTorch;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Shots;
import io.github.easel.ui.Windows;
import io.github.easel.ui.compose.Phase;
import io.github.easel.ui.teach.Obstacle;
import io.github.easel.ui.teach.TeachViewModel;
import io.github.easel.ui.teach.TrainingViewModel.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window over the real services and the starter model: a word is taught by PyTorch, and used.
 * It takes too long for every build, so it is run by hand with {@code -Deasel.teach.steps=60}; with
 * {@code -Deasel.teach.preview=* -Deasel.teach.pictures=FOLDER -Deasel.screenshots=FOLDER} it draws
 * trial pictures, learns from one's own and keeps what is seen.
 */
@NeedsPyTorch
@EnabledIfSystemProperty(
    named = "easel.teach.steps",
    matches = "[0-9]+",
    disabledReason = "run by hand: -Deasel.teach.steps=60")
@ExtendWith(ApplicationExtension.class)
class RealTeachTest {

  private static final int COLOURS = 8;
  private static final int STEPS = Integer.getInteger("easel.teach.steps", 10);
  private static final String PREVIEW = System.getProperty("easel.teach.preview", "");
  private static final boolean LORA = Boolean.getBoolean("easel.teach.lora");
  private static final String THEME = System.getProperty("easel.teach.theme", "light");
  private static final String LANGUAGE = System.getProperty("easel.teach.language", "en");
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final long PATIENCE_SECONDS = 60 + 2L * STEPS;

  @Test
  void aWordIsTaughtAndUsed(@TempDir Path folder, FxRobot robot) throws IOException {
    Places places =
        new Places(
            Path.of(System.getProperty(Places.HOME_PROPERTY, ".")),
            folder.resolve("data"),
            folder.resolve("pictures"));
    Settings settings = Settings.DEFAULTS.withLanguage(LANGUAGE).withTheme(THEME);
    Session session =
        new Session(
            new WindowSize(WIDTH, HEIGHT), Session.Layout.USUAL, Draft.EMPTY, List.of(), "");
    try (StudioStage window =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000, () -> new StudioStage(new Stage(), settings, session, new FakeServices()))) {
      window.begin(
          LocalServices.open(places, new ServiceOptions(DeviceChoice.CPU, Optional.empty())));
      await(() -> window.studio.action().phase().get() == Phase.READY);
      TeachViewModel teach = window.studio.teach();
      robot.interact(((javafx.scene.control.ToggleButton) window.node("page-teach"))::fire);
      await(() -> teach.obstacle().get() == Obstacle.NO_NAME);
      robot.interact(
          () -> {
            teach.subject().word().set("purplemonster");
            teach.subject().begin().set("monster");
            teach.subject().lora().set(LORA);
            teach.subject().steps().set(STEPS);
            teach.subject().preview().set(PREVIEW);
            teach.pictures().add(pictures(folder));
          });
      await(() -> teach.obstacle().get() == Obstacle.NONE);
      Shots.take(window.scene, "real-1-ready", COLOURS);
      robot.interact(((Button) window.node("teach-start"))::fire);
      await(() -> teach.training().done().get() >= 2);
      robot.interact(((Button) window.node("teach-pause"))::fire);
      assertThat(teach.training().state().get()).isEqualTo(State.PAUSED);
      WaitForAsyncUtils.sleep(2, java.util.concurrent.TimeUnit.SECONDS); // the step that was begun
      WaitForAsyncUtils.waitForFxEvents();
      int held = teach.training().done().get();
      WaitForAsyncUtils.sleep(2, java.util.concurrent.TimeUnit.SECONDS);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(teach.training().done().get()).isEqualTo(held);
      robot.interact(((Button) window.node("teach-resume"))::fire);
      await(() -> teach.training().done().get() >= STEPS / 2);
      down(window, robot);
      Shots.take(window.scene, "real-2-learning", COLOURS);
      robot.interact(((Button) window.node("teach-stop"))::fire);
      await(() -> teach.training().state().get() == State.STOPPED);
      await(() -> teach.obstacle().get() == Obstacle.NONE);
      int kept = teach.training().checkpoints().size();
      assertThat(kept).isPositive();
      robot.interact(((Button) window.node("teach-start"))::fire);
      await(() -> teach.training().state().get() == State.DONE);
      down(window, robot);
      Shots.take(window.scene, "real-3-done", COLOURS);
      assertThat(teach.training().losses()).hasSize(STEPS);
      assertThat(teach.training().checkpoints()).hasSizeBetween(5, 6);
      int best = teach.training().checkpoints().get(2).step();
      robot.interact(((javafx.scene.control.ToggleButton) window.node("checkpoint-" + best))::fire);
      robot.interact(((Button) window.node("teach-use"))::fire);
      await(() -> window.studio.layout().page().get() == Page.VIEWER);
      await(() -> !window.studio.action().loading().get());
      Shots.take(window.scene, "real-4-used", COLOURS);
      assertThat(window.studio.compose().prompt().get()).startsWith("purplemonster");
    }
  }

  private static void down(StudioStage window, FxRobot robot) {
    robot.interact(() -> ((ScrollPane) window.scene.lookup(".teach-scroll")).setVvalue(1));
    assertThat(window.node("teach-told").isVisible()).isTrue();
  }

  private static List<Path> pictures(Path folder) {
    String own = System.getProperty("easel.teach.pictures", "");
    if (own.isEmpty()) {
      return Stream.of(1, 2, 3)
          .map(
              number -> {
                Path file = folder.resolve(number + ".png");
                PngWriter.write(Screenshots.picture(number), Map.of(), file);
                return file;
              })
          .toList();
    }
    try (Stream<Path> files = Files.list(Path.of(own))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    Windows.await(PATIENCE_SECONDS, condition);
  }
}
