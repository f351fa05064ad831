package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.gallery.Drawn;
import io.github.easel.ui.Shots;
import io.github.easel.ui.drop.DropViewModel.Place;
import io.github.easel.ui.drop.Dropped;
import io.github.easel.ui.drop.Suggestions.State;
import io.github.easel.ui.lineage.FakeCollection;
import io.github.easel.ui.viewer.Images;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A picture that tells nothing is dropped, and words are guessed for it. */
@ExtendWith(ApplicationExtension.class)
class SuggestionJourneyTest {

  private static final String FIRST = "a red fox in the snow under tall pines at dusk, soft light";

  @ParameterizedTest
  @CsvSource({"1440, 900, light, en", "1100, 700, dark, ka"})
  void takesOneOfTheGuesses(int width, int height, String theme, String language, FxRobot robot) {
    String name = String.format(Locale.ROOT, "suggest-%dx%d-%s-%s", width, height, theme, language);
    FakeCollection collection = new FakeCollection();
    try (StudioStage window = StudioStage.show(width, height, theme, language)) {
      window.services.gallery = collection.service();
      window.open();
      drop(window, robot);
      robot.clickOn("#drop-suggest");
      StudioStage.await(() -> state(window) == State.NOTHING);
      Shots.take(window.scene, name + "-nothing", 8);
      collection.suggestions = List.of(FIRST, "a fox_in_watercolours");
      robot.clickOn("#drop-suggest");
      StudioStage.await(() -> state(window) == State.FOUND);
      Shots.take(window.scene, name + "-found", 8);
      robot.clickOn(FIRST);
      StudioStage.await(() -> window.studio.drop().offer().get() == null);
      assertThat(window.studio.compose().prompt().get()).isEqualTo(FIRST);
      assertThat(state(window)).isEqualTo(State.NONE);
    }
  }

  private static State state(StudioStage window) {
    return window.studio.drop().suggestions().state().get();
  }

  private static void drop(StudioStage window, FxRobot robot) {
    robot.interact(
        () ->
            window
                .studio
                .drop()
                .take(
                    new Dropped(
                        List.of(),
                        Optional.of(Images.of(Drawn.blobs(2, 200, 150))),
                        Optional.empty()),
                    Place.WINDOW));
    StudioStage.await(() -> window.studio.drop().offer().get() != null);
  }
}
