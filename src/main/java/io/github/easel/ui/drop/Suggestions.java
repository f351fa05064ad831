package io.github.easel.ui.drop;

import io.github.easel.app.LookService;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Prompts that may give a picture like one that tells none. Belongs to JavaFX's thread. */
public final class Suggestions {

  /** So many are offered. */
  private static final int MOST = 3;

  /** How far the guessing is. */
  public enum State {
    /** Nobody asked. */
    NONE,
    ASKING,
    /** There are some. */
    FOUND,
    /** Nothing in the collection is like it, or cannot be compared with it. */
    NOTHING
  }

  private final LatestAnswer asked;
  private final Workers workers;
  private final ObservableList<String> prompts = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);

  Suggestions(Workers workers) {
    this.workers = workers;
    asked = new LatestAnswer(workers);
  }

  /** Guesses at the words of a picture. */
  void ask(Services services, Supplier<PixelImage> picture) {
    state.set(State.ASKING);
    asked.ask(
        workers.aside(),
        () -> {
          LookService looks = services.gallery().looks();
          return looks.hasMeaning()
              ? looks.suggestions(picture.get(), MOST, new Cancellation())
              : List.<String>of();
        },
        this::take,
        this::failed);
  }

  private void take(List<String> found) {
    prompts.setAll(found);
    state.set(found.isEmpty() ? State.NOTHING : State.FOUND);
  }

  /** It was only a guess, and the log has the reason. */
  private void failed(GenerationException reason) {
    take(List.of());
  }

  /** They are wanted no longer. */
  void forget() {
    asked.forget();
    prompts.clear();
    state.set(State.NONE);
  }

  /** The likeliest first. */
  public ObservableList<String> prompts() {
    return prompts;
  }

  /** How far the guessing is. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }
}
