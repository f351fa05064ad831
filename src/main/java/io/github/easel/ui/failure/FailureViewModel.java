package io.github.easel.ui.failure;

import io.github.easel.generation.GenerationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What went wrong last, until it is dismissed or overtaken. */
public final class FailureViewModel {

  private final ReadOnlyObjectWrapper<GenerationException> failure = new ReadOnlyObjectWrapper<>();

  /** Tells a failure in the place of the one before. */
  public void show(GenerationException reason) {
    failure.set(reason);
  }

  /** Takes the failure away. */
  public void dismiss() {
    failure.set(null);
  }

  /** Null when nothing went wrong or it was dismissed. */
  public ReadOnlyObjectProperty<GenerationException> failure() {
    return failure.getReadOnlyProperty();
  }
}
