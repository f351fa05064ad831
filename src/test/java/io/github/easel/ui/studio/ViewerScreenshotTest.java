package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Stage;
import io.github.easel.ui.viewer.CompareViewModel;
import io.github.easel.ui.viewer.ViewerViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of the middle of the window in its states; see {@link ScreenshotTest}. */
@ExtendWith(ApplicationExtension.class)
class ViewerScreenshotTest {

  private static final int BATCH = 4;

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, ka",
    "1100, 700, dark, en",
    "1100, 700, light, ka"
  })
  void showsSomethingInEveryState(int width, int height, String theme, String language) {
    String name = "viewer-%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (StudioStage stage = StudioStage.show(width, height, theme, language)) {
      stage.open();
      draw(stage, 1);
      finish(stage, 1);
      draw(stage, BATCH);
      finish(stage, 2);
      develop(stage);
      Screenshots.shoot(stage, name + "1-live");
      ViewerViewModel viewer = stage.studio.viewer();
      onWindow(viewer::previous);
      Screenshots.shoot(stage, name + "2-away");
      finish(stage, 2);
      onWindow(() -> viewer.candidates().accept(viewer.candidates().all().get(0)));
      onWindow(() -> viewer.info().set(true));
      Screenshots.shoot(stage, name + "3-candidates-info");
      onWindow(() -> viewer.info().set(false));
      onWindow(() -> stage.studio.layout().drawer().toggle());
      Screenshots.shoot(stage, name + "3-drawer");
      onWindow(() -> stage.studio.layout().drawer().toggle());
      for (CompareViewModel.Mode mode :
          List.of(CompareViewModel.Mode.SLIDER, CompareViewModel.Mode.SIDE_BY_SIDE)) {
        onWindow(() -> viewer.compare().mode(mode));
        Screenshots.shoot(stage, name + "4-compare-" + mode);
      }
      onWindow(() -> viewer.compare().mode(CompareViewModel.Mode.OFF));
      onWindow(() -> viewer.candidates().discard(viewer.candidates().all().get(1)));
      onWindow(() -> viewer.zoom().to(4));
      Screenshots.shoot(stage, name + "5-discarded-zoomed");
      assertThat(viewer.trash().count().get()).isEqualTo(1);
    }
  }

  private static void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void draw(StudioStage stage, int pictures) {
    onWindow(
        () -> {
          stage.studio.compose().prompt().set("hot air balloons in the night sky, full moon");
          GenerationRequest first =
              stage.services.planner().plan(stage.studio.compose().snapshot()).pictures().get(0);
          List<GenerationRequest> requests = new ArrayList<>();
          LongStream.range(0, pictures).forEach(i -> requests.add(first.withSeed(4711 + i)));
          stage.studio.line().submit(Draft.EMPTY, requests, false);
        });
  }

  private static void finish(StudioStage stage, int pictures) {
    for (int i = 0; i < pictures; i++) {
      int before = stage.studio.pictures().all().size();
      stage.services.finish(Screenshots.picture(before));
      StudioStage.await(() -> stage.studio.pictures().all().size() > before);
      StudioStage.await(() -> stage.studio.pictures().all().get(0).file().get() != null);
      StudioStage.await(() -> stage.studio.pictures().all().get(0).thumbnail().get() != null);
    }
  }

  private static void develop(StudioStage stage) {
    PixelImage look = Screenshots.picture(9);
    stage.services.report(Stage.SAMPLING, 12, 30, 0.4);
    stage.services.preview(12, look);
    StudioStage.await(() -> stage.studio.line().preview().get() != null);
  }
}
