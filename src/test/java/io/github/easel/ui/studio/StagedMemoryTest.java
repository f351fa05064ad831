package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.Workers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results that wait over the canvas are remembered, whatever becomes of the start. */
class StagedMemoryTest {

  private final List<Session> written = new ArrayList<>();

  @Test
  void resultsThatWaitAreNotForgottenIfTheServicesDoNotOpen() {
    Draft.Start waiting =
        new Draft.Start(
            "a.png",
            "canvas",
            "stretch",
            Draft.Touch.USUAL,
            Draft.Masked.NONE,
            new Draft.Place("canvas", 64, 0, 64, 64));
    Session last =
        new Session(
            Session.NEW.window(),
            Session.NEW.layout(),
            Session.NEW.draft(),
            List.of(),
            "",
            Session.Desk.CLEAR.with(List.of(waiting), Session.Desk.CLEAR.overlay()));
    try (StudioViewModel studio =
        new StudioViewModel(
            Settings.DEFAULTS,
            last,
            new StudioViewModel.Memory(settings -> {}, written::add),
            new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run))) {
      studio.open(
          () -> {
            throw new IllegalStateException("the folder is on a disk that is not there");
          });
    }
    assertThat(written.get(written.size() - 1).desk().staged()).containsExactly(waiting);
  }
}
