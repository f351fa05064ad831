package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Session;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.queue.QueueViewModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagingViewModelTest {

  private static final Workers AT_ONCE =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);

  private final List<GenerationException> failures = new ArrayList<>();
  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final ComposeViewModel compose =
      new ComposeViewModel(Draft.EMPTY, List.of(), AT_ONCE, failures::add);
  private final CanvasViewModel canvas = Canvases.canvas(compose, AT_ONCE, failures::add);

  private Draft.Start waiting(int shade) {
    return Canvases.waiting(services, FakeServices.gradient(64, shade));
  }

  @Test
  void resultsWaitOverTheirOwnCanvasOnly() {
    canvas.take(Session.Desk.CLEAR.with(List.of(waiting(64)), new Session.Overlay("", 0)));
    canvas.open(services);
    assertThat(canvas.staging().seen().get()).hasSize(1);
    canvas.clear();
    assertThat(canvas.staging().waiting().get()).isFalse();
    assertThat(canvas.staging().seen().get()).isEmpty();
    assertThat(canvas.staging().snapshot()).as("it is not lost").hasSize(1);
    canvas.acceptResult();
    assertThat(canvas.bare()).isTrue();
    canvas.undo();
    assertThat(canvas.staging().seen().get()).hasSize(1);
    canvas.edit(FakeServices.gradient(64, 64), "sea");
    assertThat(canvas.staging().waiting().get()).isFalse();
  }

  @Test
  void onlyTheResultThatIsLookedAtIsRead() {
    Draft.Start there = waiting(64);
    Draft.Start gone =
        new Draft.Start(
            "gone.png", "canvas", "stretch", there.touch(), there.masked(), there.place());
    List<Runnable> aside = new ArrayList<>();
    StagingViewModel staging =
        new StagingViewModel(
            canvas.sheet(),
            new Workers(Runnable::run, Runnable::run, Runnable::run, aside::add),
            new QueueViewModel(AT_ONCE, failures::add),
            failures::add);
    staging.await(List.of(gone, there));
    staging.bringBack(services.sources());
    List.copyOf(aside).forEach(Runnable::run);
    assertThat(staging.seen().get()).hasSize(1);
    assertThat(failures).isEmpty();
    aside.clear();
    staging.step(-1);
    List.copyOf(aside).forEach(Runnable::run);
    assertThat(failures).hasSize(1);
    assertThat(staging.snapshot()).containsExactly(there);
    assertThat(staging.waiting().get()).isTrue();
  }

  @Test
  void eachNewCanvasHasAnIdOfItsOwnThatItsStepsKeep() {
    canvas.take(Session.Desk.CLEAR.with(List.of(), new Session.Overlay("", 0)));
    canvas.open(services);
    canvas.clear();
    String first = canvas.canvas().get().id();
    canvas.draw(20, 20, 40, 40);
    canvas.addLayer();
    canvas.layers().move(-1);
    canvas.layers().delete();
    assertThat(canvas.canvas().get().id()).isEqualTo(first);
    canvas.clear();
    assertThat(canvas.canvas().get().id()).isNotEqualTo(first);
  }

  @Test
  void aResultThatCannotBeTakenOverGoesOnWaiting() {
    canvas.take(
        Session.Desk.CLEAR.with(List.of(waiting(64), waiting(32)), new Session.Overlay("", 0)));
    canvas.open(services);
    while (canvas.canvas().get().layers().size() < 64) {
      canvas.addLayer();
    }
    canvas.resultAsLayer();
    canvas.acceptResult();
    assertThat(failures)
        .extracting(GenerationException::failure)
        .containsExactly(Failure.TOO_MANY_LAYERS, Failure.TOO_MANY_LAYERS);
    assertThat(canvas.staging().snapshot()).hasSize(2);
    canvas.layers().delete();
    canvas.resultAsLayer();
    assertThat(canvas.staging().snapshot()).hasSize(1);
  }
}
