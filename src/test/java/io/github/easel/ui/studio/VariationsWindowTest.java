package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Source;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Variations of the picture that one looks at, by the key. */
@ExtendWith(ApplicationExtension.class)
class VariationsWindowTest {

  private StudioStage window;

  @BeforeEach
  void openWindow() {
    window = StudioStage.usual();
    window.open();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void fillTheStripByThePicturesOwnWords(FxRobot robot) {
    robot.write("a red fox").push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.services.finish();
    StudioStage.await(
        () ->
            window.studio.pictures().all().stream().anyMatch(one -> one.file().get() != null)
                && window.studio.viewer().subject().get() != null);
    robot.write(" and what is typed now").clickOn("#canvas").push(KeyCode.V);
    for (int i = 0; i < 3; i++) {
      window.services.finish();
    }
    StudioStage.await(() -> window.studio.viewer().candidates().all().size() == 3);

    GenerationRequest first = window.services.requests.get(0);
    assertThat(window.services.requests).hasSize(4);
    assertThat(window.services.requests.subList(1, 4))
        .extracting(request -> request.source().map(Source::strength).orElseThrow())
        .containsExactly(0.3, 0.5, 0.7);
    long seed = window.services.requests.get(1).seed();
    for (int i = 0; i < 3; i++) {
      GenerationRequest request = window.services.requests.get(1 + i);
      assertThat(request.seed()).isEqualTo(seed + i);
      assertThat(request.withSource(first.source()).withSeed(first.seed())).isEqualTo(first);
      assertThat(request.source().orElseThrow().name()).endsWith(".png");
    }
    assertThat(window.studio.compose().start().there().get()).isFalse();
  }
}
