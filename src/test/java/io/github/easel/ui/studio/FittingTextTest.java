package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** No word is cut off in the smallest window, where long languages have the least room. */
@ExtendWith(ApplicationExtension.class)
class FittingTextTest {

  /** Ids of labels that may be cut, and why that is no loss. */
  private static final Map<String, String> MAY_BE_CUT =
      Map.of(
          "model-name", "a file's name of any length; its hint tells all of it",
          "model-note", "trigger words of any number; the card's hint tells all of them",
          "picture-kept", "a path of any length; its hint tells all of it",
          "picture-notices", "two lines at most; its hint tells all of it",
          "plan-notices", "two lines at most; its hint tells all of it");

  @ParameterizedTest
  @CsvSource({"1100, 700, ka", "1100, 700, en", "1440, 900, ka"})
  void everyTextIsShownWhole(int width, int height, String language) {
    Set<String> cut = new TreeSet<>();
    List<String> whole = new ArrayList<>();
    StudioTour.through(
        width,
        height,
        "light",
        language,
        (window, state) ->
            WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () ->
                    StudioTour.visible(window)
                        .filter(Labeled.class::isInstance)
                        .map(Labeled.class::cast)
                        .filter(label -> label.getText() != null && !label.getText().isBlank())
                        .filter(label -> !label.getText().equals(prompt(window)))
                        .filter(label -> !MAY_BE_CUT.containsKey(String.valueOf(label.getId())))
                        .forEach(
                            label ->
                                loss(label)
                                    .ifPresentOrElse(
                                        how ->
                                            cut.add(
                                                StudioTour.name(label)
                                                    + " ("
                                                    + state
                                                    + ") "
                                                    + how
                                                    + ": "
                                                    + label.getText()),
                                        () -> whole.add(label.getText())))));
    assertThat(cut).isEmpty();
    assertThat(whole).hasSizeGreaterThan(50);
  }

  /** What a user typed may be of any length; lists show its beginning. */
  private static String prompt(StudioStage window) {
    return ((TextInputControl) window.node("prompt")).getText();
  }

  private static Optional<String> loss(Labeled label) {
    Node inner = label.lookup(".text");
    if (!(inner instanceof Text text)) {
      return Optional.empty();
    }
    if (!text.getText().replace("\n", "").equals(label.getText().replace("\n", ""))) {
      return Optional.of("is shown as “" + text.getText() + "”");
    }
    Bounds words = text.localToScene(text.getLayoutBounds());
    Bounds room = label.localToScene(label.getLayoutBounds());
    if (words.getHeight() > room.getHeight() + 1 || words.getWidth() > room.getWidth() + 1) {
      return Optional.of("needs more room than it has");
    }
    double width = label.getScene().getWidth();
    return words.getMinX() < -1 || words.getMaxX() > width + 1
        ? Optional.of("reaches out of the window")
        : Optional.empty();
  }
}
