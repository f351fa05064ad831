package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Settings;
import io.github.easel.settings.Settings.Compose;
import io.github.easel.settings.Settings.WindowSize;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Which model is opened when, and what happens where one cannot be. */
class ModelChoiceTest {

  private final GenerationException gone =
      new GenerationException(Failure.MODEL_FILE_MISSING, "gone", "unet.onnx");

  private final FakeServices services = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);
  private final Queue<Runnable> drawing = new ArrayDeque<>();
  private final StudioViewModel studio =
      new StudioViewModel(
          new Settings(
              "en",
              "light",
              new WindowSize(1200, 800),
              new Compose("a cat", "", "", 0, 0, 0, 0, "", "", "")),
          settings -> {},
          new Workers(Runnable::run, drawing::add, Runnable::run),
          () -> 4711);

  private void open() {
    studio.open(() -> services);
    work();
  }

  /** Does all that waits for the drawing worker. */
  private void work() {
    while (!drawing.isEmpty()) {
      drawing.remove().run();
    }
  }

  @Test
  void aBrokenModelLeavesTheOthersUsable() {
    services.broken.put("Starter", gone);
    open();
    assertThat(studio.failure().get()).isSameAs(gone);
    assertThat(studio.compose().models()).containsExactly(FakeServices.STARTER, FakeServices.LARGE);
    studio.compose().model().set(FakeServices.LARGE);
    assertThat(studio.failure().get()).isNull();
    assertThat(studio.phase().get()).isEqualTo(Phase.OPENING);
    work();
    assertThat(services.prepared).containsExactly("Starter", "Stable Diffusion 1.5");
    assertThat(studio.phase().get()).isEqualTo(Phase.READY);
    assertThat(studio.obstacle().get()).isNull();
  }

  @Test
  void passesOverModelsThatAreNoLongerWanted() {
    open();
    studio.compose().model().set(FakeServices.LARGE);
    studio.compose().model().set(FakeServices.STARTER);
    work();
    assertThat(services.prepared).containsExactly("Starter", "Starter");
    assertThat(studio.phase().get()).isEqualTo(Phase.READY);
  }

  @Test
  void opensAModelChosenMeanwhileAfterThePicture() {
    open();
    studio.generate();
    studio.compose().model().set(FakeServices.LARGE);
    assertThat(studio.phase().get()).isEqualTo(Phase.DRAWING);
    assertThat(drawing).hasSize(1);
    services.fail(gone);
    drawing.remove().run();
    assertThat(studio.phase().get()).isEqualTo(Phase.OPENING);
    work();
    assertThat(studio.phase().get()).isEqualTo(Phase.READY);
    assertThat(services.prepared).containsExactly("Starter", "Stable Diffusion 1.5");
    assertThat(studio.failure().get()).isSameAs(gone);
  }

  @Test
  void opensNothingMoreOnceClosed() {
    studio.open(() -> services);
    drawing.remove().run();
    studio.close();
    work();
    assertThat(services.prepared).isEmpty();
  }
}
