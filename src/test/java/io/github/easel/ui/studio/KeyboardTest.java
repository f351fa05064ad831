package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Every control is reached by the Tab key, and shows it. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {

  /** More than any screen has. */
  private static final int MOST = 150;

  /** Pixels around a control in which it may show its focus. */
  private static final double MARGIN = 4;

  /** Pixels that have to change clearly: a short side of the smallest button. */
  private static final int ENOUGH = 10;

  /** The difference of a channel that one notices. */
  private static final double CLEARLY = 0.08;

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void tabReachesEveryControlAndShowsWhereItIs(String theme, FxRobot robot) {
    Set<String> missed = new TreeSet<>();
    Set<String> unseen = new TreeSet<>();
    List<Node> seen = new ArrayList<>();
    StudioTour.through(
        1440,
        900,
        theme,
        "en",
        (window, state) -> {
          if (state.equals("opening") || state.equals("drawing")) {
            return; // the same controls as when empty
          }
          Set<Node> reached = walk(window, robot, state, unseen);
          seen.addAll(reached);
          WaitForAsyncUtils.waitForAsyncFx(
              60_000,
              () ->
                  StudioTour.visible(window)
                      .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                      .filter(node -> !reached.contains(node))
                      .filter(node -> !StudioTour.partOfAControl(node))
                      .forEach(node -> missed.add(StudioTour.name(node) + " (" + state + ")")));
        });
    assertThat(missed).as("not reached by Tab").isEmpty();
    assertThat(unseen).as("look the same with the focus in %s", theme).isEmpty();
    assertThat(seen).hasSizeGreaterThan(50);
  }

  private static Set<Node> walk(
      StudioStage window, FxRobot robot, String state, Set<String> unseen) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.node("prompt").requestFocus());
    Set<Node> reached = new LinkedHashSet<>();
    for (int i = 0; i < MOST; i++) {
      robot.push(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
      Node owner = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.scene.getFocusOwner());
      if (owner == null || !reached.add(owner)) {
        break;
      }
      WaitForAsyncUtils.waitForAsyncFx(
          60_000,
          () -> {
            if (!(owner instanceof ScrollPane) && !showsFocus(window, owner)) {
              unseen.add(StudioTour.name(owner) + " (" + state + ")");
            }
          });
    }
    return reached;
  }

  /** Compares the control with the focus and without, both times as it is painted. */
  private static boolean showsFocus(StudioStage window, Node owner) {
    Bounds bounds = owner.localToScene(owner.getLayoutBounds());
    Rectangle2D around =
        new Rectangle2D(
            bounds.getMinX() - MARGIN,
            bounds.getMinY() - MARGIN,
            Math.max(1, bounds.getWidth() + 2 * MARGIN),
            Math.max(1, bounds.getHeight() + 2 * MARGIN));
    WritableImage with = paint(window, around);
    Node parking = window.scene.getRoot();
    boolean traversable = parking.isFocusTraversable();
    parking.setFocusTraversable(true);
    parking.requestFocus();
    WritableImage without = paint(window, around);
    owner.requestFocus();
    parking.setFocusTraversable(traversable);
    return difference(with, without) >= ENOUGH;
  }

  private static WritableImage paint(StudioStage window, Rectangle2D area) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(area);
    window.scene.getRoot().applyCss();
    window.scene.getRoot().layout();
    return window.scene.getRoot().snapshot(parameters, null);
  }

  /** How many pixels differ clearly; a blinking caret is too narrow to count. */
  private static int difference(WritableImage one, WritableImage other) {
    int different = 0;
    for (int x = 0; x < one.getWidth(); x++) {
      int column = 0;
      for (int y = 0; y < one.getHeight(); y++) {
        Color a = one.getPixelReader().getColor(x, y);
        Color b = other.getPixelReader().getColor(x, y);
        double most =
            Math.max(
                Math.abs(a.getRed() - b.getRed()),
                Math.max(
                    Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
        column += most > CLEARLY ? 1 : 0;
      }
      different += Math.min(column, 4);
    }
    return different;
  }
}
