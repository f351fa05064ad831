package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.gallery.PictureKind;
import io.github.easel.ui.Shots;
import io.github.easel.ui.lineage.FakeCollection;
import io.github.easel.ui.lineage.LineageViewModel.State;
import io.github.easel.ui.viewer.Picture;
import java.nio.file.Path;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** From a picture to where it comes from, and back. */
@ExtendWith(ApplicationExtension.class)
class LineageJourneyTest {

  private static final String LONG =
      "a red fox in the snow under tall pines at dusk, soft light, painted with a broad brush on"
          + " rough paper, very calm";

  private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

  private final FakeCollection collection = new FakeCollection();

  private StudioStage drawn(FxRobot robot, int width, int height, String theme, String language) {
    StudioStage window = StudioStage.show(width, height, theme, language);
    window.services.gallery = collection.service();
    window.open();
    robot.interact(
        () -> {
          window.studio.compose().prompt().set(LONG);
          window.studio.action().generate(false);
        });
    window.services.finish();
    StudioStage.await(() -> shown(window) != null && shown(window).file().get() != null);
    StudioStage.await(() -> window.studio.line().running().get() == null);
    return window;
  }

  private static Picture shown(StudioStage window) {
    return window.studio.pictures().shown().get();
  }

  /** A tree in which the drawn picture stands somewhere in the middle. */
  private Path tree(StudioStage window) {
    Path own = shown(window).file().get();
    Path root = collection.add(Path.of("photo of a fox.jpg"), PictureKind.UNKNOWN, "", null);
    Path other = collection.add(Path.of("b.png"), PictureKind.REFINED, "a fox asleep", root);
    collection.add(own, PictureKind.REFINED, LONG, root);
    collection.add(Path.of("c.png"), PictureKind.FILLED, "a scarf around its neck", own);
    Path deep = collection.add(Path.of("d.png"), PictureKind.FILLED, "წითელი მელა თოვლში", own);
    for (int i = 0; i < 9; i++) {
      deep = collection.add(Path.of("e" + i), PictureKind.REFINED, "finer, " + (i + 2), deep);
    }
    collection.add(Path.of("f.png"), PictureKind.REFINED, "a fox by the sea", other);
    return own;
  }

  @Test
  void goesToTheTreeAndBack(FxRobot robot) {
    try (StudioStage window = drawn(robot, 1440, 900, "light", "en")) {
      Path own = tree(window);
      robot.interact(() -> window.node("canvas").requestFocus());
      robot.push(KeyCode.L);
      StudioStage.await(() -> window.studio.relations.tree().state().get() == State.TREE);
      assertThat(window.studio.layout().page().get()).isEqualTo(Page.LINEAGE);
      ListView<?> list = (ListView<?>) window.node("lineage-list");
      assertThat(list.getItems()).hasSize(15);
      assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(3);
      robot.interact(list::requestFocus);
      robot.push(KeyCode.ENTER);
      StudioStage.await(() -> window.studio.layout().page().get() == Page.VIEWER);
      assertThat(shown(window).file().get()).isEqualTo(own);
      assertThat(window.studio.failures().failure().get()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void makesVariationsOfARow(boolean byKey, FxRobot robot) {
    try (StudioStage window = drawn(robot, 1440, 900, "light", "en")) {
      tree(window);
      robot.interact(() -> window.node("canvas").requestFocus());
      robot.push(KeyCode.L);
      StudioStage.await(() -> window.studio.relations.tree().state().get() == State.TREE);
      ListView<?> list = (ListView<?>) window.node("lineage-list");
      if (byKey) {
        robot.interact(list::requestFocus);
        robot.push(KeyCode.V);
      } else {
        robot.clickOn(
            list.lookupAll(".list-cell").stream()
                .filter(cell -> cell.getPseudoClassStates().contains(ASKED))
                .map(cell -> cell.lookup(".button"))
                .findFirst()
                .orElseThrow());
      }
      StudioStage.await(() -> window.studio.line().running().get() != null);
      assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
      for (int i = 0; i < 3; i++) {
        window.services.finish();
      }
      StudioStage.await(() -> window.services.requests.size() == 4);
      assertThat(window.services.requests.get(3).prompt().positive()).isEqualTo(LONG);
      assertThat(window.services.requests.get(3).source()).isPresent();
      StudioStage.await(() -> window.studio.line().running().get() == null);
    }
  }

  @Test
  void asksForMoreLikeIt(FxRobot robot) {
    try (StudioStage window = drawn(robot, 1440, 900, "light", "en")) {
      tree(window);
      robot.interact(() -> window.node("canvas").requestFocus());
      robot.push(KeyCode.M);
      StudioStage.await(() -> collection.asked.contains("like"));
      assertThat(window.studio.failures().failure().get()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, ka",
    "1100, 700, light, ka",
    "1100, 700, dark, en"
  })
  void looksWell(int width, int height, String theme, String language, FxRobot robot) {
    String name = String.format(Locale.ROOT, "lineage-%dx%d-%s-%s", width, height, theme, language);
    try (StudioStage window = drawn(robot, width, height, theme, language)) {
      robot.interact(() -> window.studio.relations.lineage(shown(window)));
      StudioStage.await(() -> window.studio.relations.tree().state().get() == State.UNKNOWN);
      Shots.take(window.scene, name + "-unknown", 8);
      robot.interact(() -> window.studio.relations.lineage(shown(window)));
      tree(window);
      robot.interact(() -> window.studio.relations.lineage(shown(window)));
      StudioStage.await(() -> window.studio.relations.tree().state().get() == State.TREE);
      StudioStage.await(
          () ->
              window.studio.relations.tree().rows().stream()
                  .limit(5)
                  .allMatch(row -> row.image().get() != null));
      Shots.take(window.scene, name + "-tree", 8);
    }
  }
}
