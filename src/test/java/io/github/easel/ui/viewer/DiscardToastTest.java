package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import java.util.List;
import javafx.animation.Animation;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DiscardToastTest {

  private static final GenerationRequest REQUEST =
      new GenerationRequest(
          Prompt.of("a cat"),
          "Starter",
          new ImageSize(64, 64),
          new Sampling(SamplerKind.DDIM, 4, 5),
          7);

  private final PicturesViewModel pictures =
      new PicturesViewModel(
          new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run), failure -> {});
  private final TrashViewModel trash = new TrashViewModel(pictures);

  @Test
  void thePointerHoldsUpItsTimeAndDoesNotBeginItAnew() {
    WaitForAsyncUtils.waitForAsyncFx(20_000, this::pointAtIt);
  }

  private void pointAtIt() {
    DiscardToast toast =
        new DiscardToast(
            trash, Messages.of("viewer", new SimpleObjectProperty<>(Language.ENGLISH)));
    FakeServices services = new FakeServices();
    trash.open(services.trash());
    pictures.add(
        new GenerationResult(
            FakeServices.gradient(64, 64),
            new Provenance(REQUEST, "Starter", "", "torch-cpu", "none", "test"),
            new Timings(0, 0, 0, 0, 0),
            List.of()),
        services);
    trash.discard(List.copyOf(pictures.all()));
    assertThat(toast.time().getStatus()).isEqualTo(Animation.Status.RUNNING);
    toast.time().jumpTo(Duration.seconds(5));
    point(toast, MouseEvent.MOUSE_ENTERED);
    assertThat(toast.time().getStatus()).isEqualTo(Animation.Status.PAUSED);
    point(toast, MouseEvent.MOUSE_EXITED);
    assertThat(toast.time().getStatus()).isEqualTo(Animation.Status.RUNNING);
    assertThat(toast.time().getCurrentTime()).isGreaterThanOrEqualTo(Duration.seconds(5));
  }

  private static void point(DiscardToast toast, EventType<MouseEvent> kind) {
    toast.fireEvent(
        new MouseEvent(
            kind,
            0,
            0,
            0,
            0,
            null,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            new PickResult(toast, 0, 0)));
  }
}
