package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.FailureContext;
import io.github.easel.app.FailureReport;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The ways out of failures, as a user takes them. */
@ExtendWith(ApplicationExtension.class)
class RemediesTest {

  private StudioStage window;

  @BeforeEach
  void openWindow() {
    window =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () ->
                new StudioStage(
                    new javafx.stage.Stage(),
                    Settings.DEFAULTS.withLanguage("en").withTheme("light"),
                    Session.NEW,
                    new FakeServices(FakeServices.LARGE, FakeServices.STARTER)));
    window.open();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void failBy(FxRobot robot, GenerationException failure) {
    robot.write("a fox").push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.services.fail(failure);
    StudioStage.await(() -> window.studio.failures().failure().get() != null);
  }

  @Test
  void triesASmallerSizeAfterMemoryRanOut(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> window.studio.compose().format().choose(new ImageSize(1024, 768)));
    failBy(robot, new GenerationException(Failure.OUT_OF_MEMORY, "", "UNet"));
    assertThat(window.text("failure")).isEqualTo("The memory ran out.");
    assertThat(window.text("failure-why")).contains("1024x768");
    robot.clickOn("#failure-remedy");
    StudioStage.await(() -> window.services.requests.size() == 2);
    ImageSize tried = window.services.requests.get(1).size();
    assertThat(tried.width() * tried.height()).isLessThanOrEqualTo(512 * 512);
    assertThat(window.studio.compose().size().get()).isEqualTo(tried);
    assertThat(window.services.requests.get(1).prompt().positive()).isEqualTo("a fox");
    assertThat(window.node("failure-box").isVisible()).isFalse();
    window.services.finish();
  }

  @Test
  void triesTheSamePictureAgainWhateverIsTypedMeanwhile(FxRobot robot) {
    failBy(robot, new GenerationException(Failure.INTERNAL, "odd", "odd"));
    assertThat(window.text("failure-code")).matches("E-[0-9A-F]{4}");
    robot.write(" and a hen").clickOn("#failure-remedy");
    StudioStage.await(() -> window.services.requests.size() == 2);
    assertThat(window.services.requests.get(1)).isEqualTo(window.services.requests.get(0));
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a fox and a hen");
    window.services.finish();
  }

  @Test
  void takesTheStepsThatTheModelCanTake(FxRobot robot) {
    failBy(robot, new GenerationException(Failure.STEPS_UNSUITABLE, "", "20", "12"));
    robot.clickOn("#failure-remedy");
    StudioStage.await(() -> window.services.requests.size() == 2);
    assertThat(window.services.requests.get(1).sampling().steps()).isEqualTo(12);
    assertThat(window.studio.compose().way().steps().get()).isEqualTo(12);
    window.services.finish();
  }

  @Test
  void leadsToTheControlThatSettlesIt(FxRobot robot) {
    failBy(robot, new GenerationException(Failure.NOT_FINITE, "", "3"));
    robot.clickOn("#failure-remedy");
    ComboBox<?> sampler = (ComboBox<?>) window.node("sampler");
    assertThat(sampler.isFocused()).isTrue();
    assertThat(sampler.isShowing()).isTrue();
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void foldsTheDetailsAndCopiesThem(FxRobot robot) {
    failBy(robot, new GenerationException(Failure.INTERNAL, "odd", "odd"));
    assertThat(window.scene.lookup("#failure-details")).isNull();
    robot.clickOn("#failure-fold").clickOn("#failure-copy");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied)
        .isEqualTo(((TextArea) window.node("failure-details")).getText())
        .contains("INTERNAL: odd");
    assertThat(window.node("failure-box").getAccessibleText())
        .startsWith("Error. Something went wrong inside Easel.");
    robot.push(KeyCode.ESCAPE);
    assertThat(window.node("failure-box").isVisible()).isFalse();
  }

  @Test
  void keepsPicturesInAnotherFolderWhereTheFirstCannotBeWritten(
      FxRobot robot, @TempDir Path folder) {
    window.services.storeFailure =
        new GenerationException(Failure.FILE_UNWRITABLE, "test", "fox.png", "read-only");
    Path other = folder.resolve("other");
    List<Path> asked = new ArrayList<>();
    window
        .studio
        .remedies()
        .keepElsewhere(
            () -> {
              asked.add(other);
              return asked.size() == 1 ? Optional.empty() : Optional.of(other);
            },
            window.studio::keepPicturesIn);
    robot.write("a fox").push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.services.finish();
    StudioStage.await(() -> window.studio.failures().failure().get() != null);
    assertThat(window.text("failure-remedy")).isEqualTo("Choose another folder…");
    robot.clickOn("#failure-remedy"); // nothing is chosen, so the button stays
    assertThat(window.node("failure-box").isVisible()).isTrue();
    window.services.storeFailure = null;
    robot.clickOn("#failure-remedy");
    StudioStage.await(() -> window.studio.pictures().all().get(0).file().get() != null);
    assertThat(window.node("failure-box").isVisible()).isFalse();
    assertThat(window.studio.settings().get().folders().pictures()).isEqualTo(other.toString());
    assertThat(window.services.picturesFolder).isEqualTo(other);
  }

  @Test
  void offersNoButtonThatCouldDoNothing(FxRobot robot) {
    failBy(robot, new GenerationException(Failure.TOO_MANY_PICTURES, "", "900", "100"));
    assertThat(window.node("failure-remedy").isVisible()).isFalse();
    FailureReport told = window.studio.failures().report(Locale.ENGLISH).orElseThrow();
    assertThat(window.text("failure-advice")).isEqualTo(told.advice());
  }

  @Test
  void everyActionIsSomebodysToDo() {
    for (Failure failure : Failure.values()) {
      GenerationException reason = new GenerationException(failure, "test", "64x64", "16", "x");
      Locale english = Locale.ENGLISH;
      WaitForAsyncUtils.waitForAsyncFx(
          20_000, () -> window.studio.failures().show(reason, FailureContext.UNKNOWN));
      boolean offered = window.studio.failures().report(english).orElseThrow().remedy().isPresent();
      boolean known =
          new UserMessages(english).report(reason, FailureContext.UNKNOWN).remedy().isPresent();
      // a file is saved elsewhere only if it is a picture's
      assertThat(offered).as("%s", failure).isEqualTo(known && failure != Failure.FILE_UNWRITABLE);
    }
  }
}
