package io.github.easel.ui.teach;

import io.github.easel.app.ModelService.ModelSummary;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What teaching needs of the rest of the window, and changes there. On JavaFX's thread. */
public interface TeachDesk {

  /** The model that is drawn with; null until one is at hand. */
  ObservableValue<@Nullable ModelSummary> inUse();

  /** Puts what calls for something new into the prompt, and goes to it. */
  void tryOut(String words);

  /** Shows what was learned or installed, with pictures. */
  void showConcepts();

  /** Leaves the page. */
  void leave();
}
