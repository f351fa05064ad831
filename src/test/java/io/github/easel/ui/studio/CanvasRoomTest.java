package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.ui.Shots;
import io.github.easel.ui.compose.Verb;
import io.github.easel.ui.keys.Command;
import java.util.List;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The canvas and all that belongs to it finds room in the smallest window, the drawer open. */
@ExtendWith(ApplicationExtension.class)
class CanvasRoomTest {

  private static final double SHORTEST_SLIDER = 64;

  @ParameterizedTest
  @CsvSource({
    "1100, 700, light, en",
    "1100, 700, dark, ka",
    "1440, 900, light, ka",
    "1440, 900, dark, en"
  })
  void everythingLiesInItsPlace(
      int width, int height, String theme, String language, FxRobot robot) {
    String name = "%dx%d-%s-%s-room-".formatted(width, height, theme, language);
    try (StudioStage window = StudioStage.show(width, height, theme, language)) {
      window.open();
      CanvasDrive drive = new CanvasDrive(window, robot);
      drive.run(Command.CANVAS);
      Screenshots.shoot(window, name + "1-empty");
      drive.put(Screenshots.picture(4));
      drive.run(Command.BRUSH);
      drive.stroke(70, 70, 120, 110, 90, 140);
      drive.prompt(language.equals("ka") ? "ნავი ზღვაზე" : "a boat on the sea");
      drive.verb(Verb.FILL);
      drive.generate(Screenshots.picture(3), Screenshots.picture(4));
      fits(window);
      Screenshots.shoot(window, name + "2-staged");
      drive.run(Command.DRAWER);
      drive.settle();
      fits(window);
      Screenshots.shoot(window, name + "3-drawer");
      assertThat(window.text("paint-target")).isEqualTo(language.equals("ka") ? "ნიღაბი" : "Mask");
      assertThat(window.node("hidden-mask").isVisible()).isFalse();
      drive.run(Command.ACCEPT);
      assertThat(window.node("hidden-mask").isVisible()).isTrue();
      fits(window);
      Screenshots.shoot(window, name + "4-accepted");
    }
  }

  @Test
  void theRestOfTheBrushOpensUnderAButton(FxRobot robot) {
    try (StudioStage window = StudioStage.show(1100, 700, "dark", "ka")) {
      window.open();
      CanvasDrive drive = new CanvasDrive(window, robot);
      drive.run(Command.CANVAS);
      drive.run(Command.BRUSH);
      StudioStage.await(() -> !window.node("brush-hardness").getParent().isVisible());
      robot.clickOn("#brush-more");
      WaitForAsyncUtils.waitForFxEvents();
      Slider hardness = robot.lookup("#more-hardness").query();
      assertThat(hardness.getScene()).isNotSameAs(window.scene);
      assertThat(hardness.getWidth()).isGreaterThan(SHORTEST_SLIDER);
      Shots.take(hardness.getScene(), "1100x700-dark-ka-room-5-brush", 5);
      WaitForAsyncUtils.waitForAsyncFx(60_000, hardness::decrement);
      assertThat(drive.model().tools().hardness().get()).isLessThan(0.8);
    }
  }

  private static void fits(StudioStage window) {
    TreeSet<String> outside = new TreeSet<>();
    TreeSet<String> small = new TreeSet<>();
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          Node canvas = window.scene.lookup(".canvas-view");
          Bounds room = canvas.getParent().localToScene(canvas.getParent().getLayoutBounds());
          for (String part :
              List.of(".options-bar", ".tool-column", ".staging-bar", ".hidden-mask")) {
            Node bar = window.scene.lookup(part);
            Bounds place = bar.localToScene(bar.getLayoutBounds());
            StudioTour.visible(window)
                .filter(ButtonBase.class::isInstance)
                .filter(button -> inside(button, bar))
                .filter(
                    button -> {
                      Bounds own = button.localToScene(button.getLayoutBounds());
                      return !room.contains(own) || !place.contains(own);
                    })
                .forEach(button -> outside.add(StudioTour.name(button)));
          }
          StudioTour.visible(window)
              .filter(Slider.class::isInstance)
              .filter(slider -> inside(slider, window.scene.lookup(".options-bar")))
              .filter(slider -> ((Slider) slider).getWidth() < SHORTEST_SLIDER)
              .forEach(slider -> small.add(StudioTour.name(slider)));
        });
    assertThat(outside).isEmpty();
    assertThat(small).isEmpty();
  }

  private static boolean inside(Node node, Node whole) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (one == whole) {
        return true;
      }
    }
    return false;
  }
}
