package io.github.easel.ui.studio;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.ui.teach.TeachDesk;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Lets the page of teaching change what is typed and shown. */
record TeachTarget(StudioViewModel studio) implements TeachDesk {

  @Override
  public ObservableValue<@Nullable ModelSummary> inUse() {
    return studio.compose().model();
  }

  @Override
  public void tryOut(String words) {
    String before = studio.compose().prompt().get().strip();
    studio.compose().prompt().set(before.isEmpty() ? words : before + ", " + words);
    leave();
  }

  @Override
  public void showConcepts() {
    studio.models().showConcepts();
    studio.layout().page().set(Page.MODELS);
  }

  @Override
  public void leave() {
    studio.layout().leavePage();
  }
}
