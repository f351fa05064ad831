package io.github.easel.ui.models;

import io.github.easel.app.PreparedModels;
import io.github.easel.app.PreparedModels.Entry;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was made ready for this computer. On JavaFX's thread. */
public final class PreparedViewModel {

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer asking;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final BooleanProperty sure = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private PreparedModels service = PreparedModels.NONE;

  PreparedViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
    asking = new LatestAnswer(workers);
  }

  void open(PreparedModels opened) {
    service = opened;
  }

  /** Looks what there is. */
  void look() {
    ask(() -> {});
  }

  /** Takes all of it away, which somebody has agreed to. */
  public void clear() {
    if (sure.get()) {
      sure.set(false);
      PreparedModels from = service;
      ask(from::clear);
    }
  }

  private void ask(Runnable first) {
    PreparedModels from = service;
    asking.ask(
        workers.models(),
        () -> {
          first.run();
          return from.all();
        },
        this::show,
        onFailure);
  }

  private void show(List<Entry> found) {
    entries.setAll(found);
    known.set(true);
  }

  /** The last used first. */
  public ObservableList<Entry> entries() {
    return entries;
  }

  /** Bytes that all of them take. */
  public long bytes() {
    return entries.stream().mapToLong(Entry::bytes).sum();
  }

  /** Bytes that they may take. */
  public long most() {
    return service.most();
  }

  /** Whether the user is being asked if all are to go. */
  public BooleanProperty asking() {
    return sure;
  }

  /** Whether it is known what there is. */
  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }
}
