package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.FailureAction;
import io.github.easel.app.FailureReport;
import io.github.easel.app.FailureReport.Remedy;
import io.github.easel.app.ModelService.Unusable;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.Phase;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
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
          Settings.DEFAULTS,
          Session.NEW,
          new StudioViewModel.Memory(settings -> {}, session -> {}),
          new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run));

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
  void opensTheFirstModelBehindTheWindow() {
    assertThat(studio.action().phase().get()).isEqualTo(Phase.OPENING);
    studio.open(() -> services);
    drawing.remove().run();
    assertThat(studio.compose().model().get()).isEqualTo(FakeServices.STARTER);
    assertThat(studio.compose().loading().get()).isTrue();
    assertThat(studio.compose().device().get()).isEmpty();
    work();
    assertThat(studio.compose().loading().get()).isFalse();
    assertThat(studio.compose().device().get()).isEqualTo("CPU");
    assertThat(services.prepared).containsExactly("Starter");
  }

  @Test
  void aBrokenModelLeavesTheOthersUsable() {
    services.broken.put("Starter", gone);
    open();
    assertThat(studio.failures().failure().get()).isSameAs(gone);
    assertThat(studio.compose().loading().get()).isFalse();
    assertThat(studio.compose().models()).containsExactly(FakeServices.STARTER, FakeServices.LARGE);
    studio.compose().model().set(FakeServices.LARGE);
    assertThat(studio.failures().failure().get()).isNull();
    assertThat(studio.compose().loading().get()).isTrue();
    work();
    assertThat(services.prepared).containsExactly("Starter", "Stable Diffusion 1.5");
    assertThat(studio.compose().loading().get()).isFalse();
  }

  @Test
  void passesOverModelsThatAreNoLongerWanted() {
    open();
    studio.compose().model().set(FakeServices.LARGE);
    studio.compose().model().set(FakeServices.STARTER);
    work();
    assertThat(services.prepared).containsExactly("Starter", "Starter");
    assertThat(studio.compose().loading().get()).isFalse();
  }

  @Test
  void opensNothingMoreOnceClosed() {
    studio.open(() -> services);
    drawing.remove().run();
    studio.close();
    work();
    assertThat(services.prepared).isEmpty();
  }

  @Test
  void keepsThePictureThatIsFinishedWhileTheWindowCloses() {
    open();
    studio.compose().prompt().set("a fox");
    studio.action().generate(false);
    studio.close();
    services.finish();
    work();
    assertThat(services.written.size()).isEqualTo(services.requests.size());
    studio.action().generate(false);
    assertThat(drawing).isEmpty();
  }

  private static Unusable lacking(String name) {
    Path folder = Path.of("models", name);
    return new Unusable(
        name,
        folder,
        GenerationException.missing(folder.resolve("unet").resolve("model.onnx"), name));
  }

  private FailureReport told() {
    return studio.failures().report(Locale.ENGLISH).orElseThrow();
  }

  @Test
  void tellsAtOnceWhyTheOnlyModelCannotBeUsedAndLooksAgain() {
    FakeServices bare = new FakeServices();
    bare.unusable = List.of(lacking("dream"));
    studio.open(() -> bare);
    work();
    assertThat(told().what()).contains("dream");
    assertThat(told().why()).contains(Path.of("models", "dream", "unet", "model.onnx").toString());
    Remedy again = told().remedy().orElseThrow();
    assertThat(again.action()).isEqualTo(FailureAction.LOOK_AGAIN);
    bare.nowThere(FakeServices.STARTER);
    bare.unusable = List.of();
    studio.failures().take(again);
    work();
    assertThat(studio.compose().model().get()).isEqualTo(FakeServices.STARTER);
    assertThat(studio.compose().unusable().all()).isEmpty();
    assertThat(studio.failures().failure().get()).isNull();
  }

  @Test
  void saysOfTheOthersThatTheyCannotBeUsedAndWhyWhenAsked() {
    services.unusable = List.of(lacking("dream"));
    open();
    assertThat(studio.failures().failure().get()).isNull();
    assertThat(studio.compose().unusable().all())
        .extracting(Unusable::name)
        .containsExactly("dream");
    studio.compose().unusable().ask(services.unusable.get(0));
    assertThat(told().what()).contains("dream");
    assertThat(studio.failures().failure().get()).isSameAs(services.unusable.get(0).reason());
  }

  @Test
  void tellsAtOnceOfTheModelThatWasDrawnWithLast() {
    Draft.Words words = Draft.EMPTY.words();
    Draft last =
        new Draft(
            words,
            "dream",
            Draft.EMPTY.format(),
            Draft.EMPTY.way(),
            Draft.EMPTY.chance(),
            Draft.EMPTY.start());
    StudioViewModel second =
        new StudioViewModel(
            Settings.DEFAULTS,
            new Session(Session.NEW.window(), Session.NEW.layout(), last, List.of(), ""),
            new StudioViewModel.Memory(settings -> {}, session -> {}),
            new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run));
    services.unusable = List.of(lacking("other"), lacking("dream"));
    second.open(() -> services);
    work();
    assertThat(second.compose().model().get()).isEqualTo(FakeServices.STARTER);
    assertThat(second.failures().failure().get()).isSameAs(services.unusable.get(1).reason());
  }
}
