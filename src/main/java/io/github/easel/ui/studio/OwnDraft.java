package io.github.easel.ui.studio;

import io.github.easel.generation.Draft;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.queue.JobRow;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What was being composed when a job of the queue came to be edited in its place: it comes back
 * when the editing ends.
 */
final class OwnDraft {

  private final ComposeViewModel compose;
  private final ObservableValue<JobRow> edited;
  private @Nullable Draft kept;

  /**
   * @param edited the job that is being edited; null for none
   */
  OwnDraft(ComposeViewModel compose, ObservableValue<JobRow> edited) {
    this.compose = compose;
    this.edited = edited;
    edited.addListener((property, old, now) -> bringBackUnless(now));
  }

  /** Takes over a job's draft; if the job waits, what was there is kept meanwhile. */
  void makeRoomFor(Draft draft) {
    if (edited.getValue() != null && kept == null) {
      kept = compose.snapshot();
    } else if (edited.getValue() == null) {
      compose.words().history().add(compose.prompt().get()); // where Alt+Up finds it
    }
    compose.edit(draft);
  }

  private void bringBackUnless(@Nullable JobRow editedNow) {
    Draft own = kept;
    if (editedNow == null && own != null) {
      kept = null;
      compose.edit(own);
    }
  }
}
