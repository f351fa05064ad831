package io.github.easel.ui.compose;

import io.github.easel.app.ModelService.Unusable;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models that lie there but cannot be drawn with, and who tells why. */
public final class UnusableModels {

  private final ObservableList<Unusable> all = FXCollections.observableArrayList();
  private Consumer<Unusable> asked = one -> {};

  UnusableModels() {}

  /** These are they. */
  public void set(List<Unusable> found) {
    all.setAll(found);
  }

  /** From now on this is told of which one somebody wants to know what is wrong. */
  public void onAsked(Consumer<Unusable> told) {
    asked = told;
  }

  /** Somebody wants to know what is wrong with it. */
  public void ask(Unusable one) {
    asked.accept(one);
  }

  /** All of them. */
  public ObservableList<Unusable> all() {
    return all;
  }
}
