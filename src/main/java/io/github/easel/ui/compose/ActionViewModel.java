package io.github.easel.ui.compose;

import io.github.easel.ui.failure.FailureViewModel;
import io.github.easel.ui.queue.QueueViewModel;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** The one button: what it would do, and why it cannot. */
public final class ActionViewModel {

  private final ComposeViewModel compose;
  private final QueueViewModel line;
  private final FailureViewModel failures;
  private final ReadOnlyObjectProperty<Phase> phase;
  private final ReadOnlyBooleanProperty loading;
  private final ObjectBinding<Obstacle> obstacle;

  /**
   * @param loading whether a model is being opened, for whose pictures one can line up already
   */
  public ActionViewModel(
      ComposeViewModel compose,
      QueueViewModel line,
      FailureViewModel failures,
      ReadOnlyObjectProperty<Phase> phase,
      ReadOnlyBooleanProperty loading) {
    this.compose = compose;
    this.line = line;
    this.failures = failures;
    this.phase = phase;
    this.loading = loading;
    obstacle =
        Bindings.createObjectBinding(
            this::findObstacle,
            Stream.concat(Stream.of(phase), Stream.of(compose.parts())).toArray(Observable[]::new));
  }

  private @Nullable Obstacle findObstacle() {
    return switch (phase.get()) {
      case OPENING -> Obstacle.OPENING;
      case UNAVAILABLE -> Obstacle.UNAVAILABLE;
      case READY -> compose.obstacle();
    };
  }

  /**
   * Lines up pictures if nothing stands in the way.
   *
   * @param first whether before those that wait
   */
  public void generate(boolean first) {
    if (obstacle.get() == null) {
      failures.dismiss();
      line.submit(compose.snapshot(), compose.requests(), first);
    }
  }

  /** Why the button can do nothing; null when it can. */
  public ObjectBinding<Obstacle> obstacle() {
    return obstacle;
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase;
  }

  /** Whether a model is being opened. */
  public ReadOnlyBooleanProperty loading() {
    return loading;
  }

  /** What went wrong last. */
  public FailureViewModel failures() {
    return failures;
  }

  /** The jobs. */
  public QueueViewModel line() {
    return line;
  }
}
