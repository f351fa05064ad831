package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.viewer.CompareViewModel.Mode;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.ViewerViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The middle of the window as an artist meets it. */
@ExtendWith(ApplicationExtension.class)
class ViewerWindowTest {

  private StudioStage window;
  private ViewerViewModel viewer;

  @BeforeEach
  void openWindow() {
    window = StudioStage.usual();
    window.open();
    viewer = window.studio.viewer();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void submit(int count) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a red fox"),
            "Starter",
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 4, 5),
            7);
    List<GenerationRequest> requests = new ArrayList<>();
    LongStream.range(0, count).forEach(i -> requests.add(request.withSeed(7 + i)));
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          window.studio.line().submit(Draft.EMPTY, requests, false);
        });
  }

  private void finish(int count) {
    int before = window.studio.pictures().all().size();
    for (int i = 0; i < count; i++) {
      window.services.finish();
    }
    StudioStage.await(() -> window.studio.pictures().all().size() == before + count);
    StudioStage.await(
        () -> window.studio.pictures().all().stream().allMatch(one -> one.file().get() != null));
  }

  private Picture seen() {
    return viewer.subject().get();
  }

  @Test
  void theFooterOfANarrowMiddleIsOneLineAndItsHintTellsTheRest() {
    submit(1);
    finish(1);
    assertThat(window.text("picture-size")).contains("seed 7");
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          window.scene.getWindow().setWidth(1100);
          window.studio.look().language().set(Language.GEORGIAN);
        });
    StudioStage.await(() -> window.text("picture-size").equals("64 × 64  ·  7"));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.node("picture-kept").isVisible()).isFalse();
    assertThat(window.node("edit").isVisible()).isTrue();
    assertThat(window.node("picture-size").getLayoutBounds().getHeight()).isLessThan(24);
    assertThat(window.node("picture-size").getAccessibleHelp()).contains("easel-7.png");
  }

  @Test
  void zoomsByWheelKeysAndDoubleClick(FxRobot robot) {
    submit(1);
    finish(1);
    robot.clickOn("#canvas");
    double fitting = viewer.zoom().scale().get();
    robot.moveTo("#canvas").scroll(1, VerticalDirection.UP);
    assertThat(viewer.zoom().scale().get()).isNotEqualTo(fitting);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    assertThat(window.text("picture-zoom")).isEqualTo("100 %");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    assertThat(window.text("picture-zoom")).isEqualTo("200 %");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    assertThat(viewer.zoom().scale().get()).isEqualTo(fitting);
    robot.doubleClickOn("#canvas");
    assertThat(viewer.zoom().scale().get()).isEqualTo(1);
    robot.clickOn("#tool-zoom-in");
    assertThat(viewer.zoom().scale().get()).isEqualTo(1.5);
    robot.clickOn("#tool-fit");
    assertThat(viewer.zoom().fitted().get()).isTrue();
  }

  @Test
  void choosesFromABatchAndTakesBackWhatWasDiscarded(FxRobot robot) {
    submit(3);
    finish(1);
    StudioStage.await(() -> window.node("candidate-drawing").isVisible());
    assertThat(window.text("candidates-title")).isEqualTo("1 of 3 are made");
    finish(2);
    StudioStage.await(() -> window.studio.line().running().get() == null);
    robot.clickOn("#canvas");
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
    assertThat(seen().request().seed()).isEqualTo(7);
    robot.push(KeyCode.K);
    assertThat(window.text("candidates-title")).isEqualTo("Choose: 2 undecided");
    assertThat(seen().request().seed()).isEqualTo(8);
    robot.push(KeyCode.DELETE);
    assertThat(window.text("discarded")).isEqualTo("Moved to Easel’s folder “Trash”");
    assertThat(window.studio.pictures().all()).hasSize(2);
    robot.clickOn("#undo-discard");
    StudioStage.await(() -> window.studio.pictures().all().size() == 3);
    assertThat(seen().request().seed()).isEqualTo(8);
    assertThat(window.text("candidates-title")).isEqualTo("Choose: 2 undecided");
    robot.clickOn("#canvas").push(KeyCode.ENTER);
    assertThat(seen().request().seed()).isEqualTo(9);
    robot.clickOn("#accept-all");
    assertThat(window.node("candidates").isVisible()).isFalse();
  }

  @Test
  void looksAtAnEarlierPictureWhileOneIsDrawnAndGoesBack(FxRobot robot) {
    submit(1);
    finish(1);
    Picture first = seen();
    submit(1);
    window.services.preview(2, FakeServices.gradient(8, 8));
    StudioStage.await(() -> seen() == null);
    assertThat(window.text("picture-kept")).isEqualTo("Being drawn");
    robot.clickOn("#canvas").push(KeyCode.RIGHT);
    assertThat(seen()).isSameAs(first);
    assertThat(window.text("drawing")).startsWith("Drawing:");
    robot.clickOn("#drawing");
    assertThat(seen()).isNull();
    finish(1);
    StudioStage.await(() -> seen() != null && seen() != first);
  }

  @Test
  void saysThatStepsAreOfTheNextPictureWhileOneIsSeen() {
    submit(2);
    finish(1);
    window.services.report(Stage.SAMPLING, 3, 4, 1);
    StudioStage.await(() -> window.text("drawing").equals("Next picture: Step 3 of 4"));
    window.services.preview(3, FakeServices.gradient(8, 8));
    StudioStage.await(() -> window.text("drawing").equals("Step 3 of 4"));
    finish(1);
  }

  @Test
  void comparesByKeyAndMovesTheLine(FxRobot robot) {
    submit(1);
    finish(1);
    submit(1);
    finish(1);
    robot.clickOn("#canvas").push(KeyCode.C);
    assertThat(viewer.compare().mode().get()).isEqualTo(Mode.SLIDER);
    Node line = window.node("compare-divider");
    robot.drag(line).moveBy(-80, 0).drop();
    assertThat(viewer.compare().divider().get()).isLessThan(0.5);
    robot.push(KeyCode.C).push(KeyCode.C).push(KeyCode.C);
    assertThat(viewer.compare().mode().get()).isEqualTo(Mode.OFF);
  }

  private Bounds place(String id) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> window.node(id).localToScene(window.node(id).getLayoutBounds()));
  }

  private void size(double width, double height) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          Window stage = window.scene.getWindow();
          stage.setWidth(width);
          stage.setHeight(height);
        });
    StudioStage.await(() -> window.scene.getWidth() == width);
  }

  @Test
  void coversNoPictureByWhatIsKnownOfIt(FxRobot robot) {
    submit(1);
    finish(1);
    robot.clickOn("#canvas").push(KeyCode.I);
    assertThat(place("canvas").getMaxX()).isLessThanOrEqualTo(place("info").getMinX());
    size(1100, 700);
    StudioStage.await(() -> window.node("info-aside").isVisible());
    assertThat(window.node("info").isVisible()).isFalse();
    assertThat(window.node("gallery").getParent().getParent().isVisible()).isFalse();
    assertThat(place("canvas").getMaxX()).isLessThanOrEqualTo(place("info-aside").getMinX());
    robot.push(KeyCode.G); // without the right column there is room in the middle
    StudioStage.await(() -> window.node("info").isVisible());
    assertThat(window.node("info-aside").isVisible()).isFalse();
    assertThat(place("canvas").getMaxX()).isLessThanOrEqualTo(place("info").getMinX());
    robot.push(KeyCode.G);
    robot.clickOn("#info-aside-close");
    assertThat(window.node("gallery").getParent().getParent().isVisible()).isTrue();
  }

  @Test
  void leavesThePictureRoomInALowWindow(FxRobot robot) {
    submit(4);
    finish(4);
    size(1100, 700);
    robot.clickOn("#canvas").push(KeyCode.Q);
    StudioStage.await(() -> window.studio.layout().drawer().open().get());
    assertThat(place("canvas").getHeight()).isGreaterThan(250);
  }

  @Test
  void tellsAllSettingsAndCopiesThem(FxRobot robot) {
    submit(1);
    finish(1);
    robot.clickOn("#canvas").push(KeyCode.I);
    assertThat(window.node("info").isVisible()).isTrue();
    TextArea prompt = (TextArea) window.scene.lookup(".selectable-text");
    assertThat(prompt.getText()).isEqualTo("a red fox");
    robot.clickOn("#info-copy");
    StudioStage.await(
        () ->
            Clipboard.getSystemClipboard().hasString()
                && Clipboard.getSystemClipboard().getString().contains("Seed: 7"));
    robot.clickOn("#info-close");
    assertThat(window.node("info").isVisible()).isFalse();
  }

  @Test
  void recallsPartsAndRevealsTheFile(FxRobot robot) {
    submit(1);
    finish(1);
    robot.clickOn("#canvas").push(KeyCode.S);
    assertThat(window.studio.compose().seed().get()).isEqualTo("7");
    robot.push(KeyCode.P);
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a red fox");
    robot.clickOn("#more");
    robot.clickOn("#menu-reveal");
    StudioStage.await(() -> window.services.desktop.contains("reveal easel-7.png"));
  }
}
