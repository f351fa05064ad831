package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Every control is reached by the Tab key, and shows it. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void tabReachesEveryControlAndShowsWhereItIs(String theme) {
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
          KeyWalk walk = KeyWalk.from(window.scene, window.node("prompt"));
          seen.addAll(walk.reached());
          WaitForAsyncUtils.waitForAsyncFx(
              60_000,
              () -> {
                walk.unseen()
                    .forEach(node -> unseen.add(StudioTour.name(node) + " (" + state + ")"));
                StudioTour.visible(window)
                    .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                    .filter(node -> !walk.reached().contains(node))
                    .filter(node -> !StudioTour.partOfAControl(node))
                    .forEach(node -> missed.add(StudioTour.name(node) + " (" + state + ")"));
              });
        });
    assertThat(missed).as("not reached by Tab").isEmpty();
    assertThat(unseen).as("look the same with the focus in %s", theme).isEmpty();
    assertThat(seen).hasSizeGreaterThan(50);
  }

  @Test
  void noticesAControlThatKeepsTheKeyAndOneThatHidesItsFocus() {
    Button first = new Button("first");
    Button plain = new Button("plain");
    plain.setStyle("-fx-background-color: gray; -fx-background-insets: 0; -fx-border-width: 0;");
    Button trap = new Button("trap");
    trap.addEventFilter(KeyEvent.KEY_PRESSED, Event::consume);
    Button beyond = new Button("beyond");
    Stage stage =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000,
            () -> {
              Stage made = new Stage();
              made.setScene(new Scene(new VBox(16, first, plain, trap, beyond), 200, 200));
              made.show();
              return made;
            });
    KeyWalk walk = KeyWalk.from(stage.getScene(), first);
    WaitForAsyncUtils.waitForAsyncFx(60_000, stage::hide);
    assertThat(walk.reached()).containsExactly(plain, trap);
    assertThat(walk.unseen()).containsExactly(plain);
  }
}
