package io.github.easel.ui.teach;

import io.github.easel.app.TrainingService.Needs;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.teach.TrainingViewModel.State;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** The third step: what it takes, the training, and what comes of it. */
final class TrainingView extends VBox {

  private static final double GIB = 1 << 30;
  private static final int MINUTE = 60;

  private final TeachViewModel teach;
  private final TrainingViewModel training;
  private final FailureText failureText;
  private final Messages messages;

  TrainingView(TeachViewModel teach, FailureText failureText, Messages messages) {
    super(12);
    this.teach = teach;
    training = teach.training();
    this.failureText = failureText;
    this.messages = messages;
    Label told = Pieces.words(text(this::told));
    told.setId("teach-told");
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(told.textProperty());
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> training.done().get() / (double) training.steps().get(),
                training.done(),
                training.steps()));
    getChildren()
        .addAll(
            told,
            Visibility.when(bar, in(State.RUNNING, State.PAUSED, State.STOPPING)),
            buttons(),
            Visibility.late(
                Bindings.isNotEmpty(training.losses()), () -> new LossCurve(training, messages)),
            Visibility.late(
                Bindings.isNotEmpty(training.checkpoints()),
                () -> new CheckpointsView(training, messages)),
            use());
  }

  private BooleanBinding in(State... states) {
    return Bindings.createBooleanBinding(
        () -> Arrays.asList(states).contains(training.state().get()), training.state());
  }

  private ObservableValue<String> text(java.util.concurrent.Callable<String> text) {
    return Bindings.createStringBinding(
        text,
        messages.dependencies(
            teach.obstacle(),
            teach.needs(),
            teach.refusal(),
            training.state(),
            training.done(),
            training.secondsLeft()));
  }

  private String told() {
    State state = training.state().get();
    int done = training.done().get();
    int steps = training.steps().get();
    return switch (state) {
      case RUNNING -> running(done, steps);
      case PAUSED -> messages.now("state.paused", done, steps);
      case STOPPING -> messages.now("state.stopping");
      case DONE -> messages.now("state.done", teach.subject().name());
      case STOPPED -> messages.now("state.stopped", teach.subject().name(), done, steps) + rest();
      case IDLE -> rest().strip();
    };
  }

  private String running(int done, int steps) {
    double left = training.secondsLeft().get();
    if (done == 0) {
      return messages.now("state.beginning");
    }
    return left <= 0
        ? messages.now("state.running", done, steps)
        : messages.now("state.running.left", done, steps, time(left));
  }

  /** What it takes, or why it cannot start. */
  private String rest() {
    Obstacle obstacle = teach.obstacle().get();
    Needs needs = teach.needs().get();
    GenerationException refusal = teach.refusal().get();
    if (obstacle == Obstacle.MODEL && refusal != null) {
      return " " + failureText.of(refusal, messages.locale());
    } else if (obstacle == Obstacle.MEMORY && needs != null) {
      return " " + messages.now("obstacle.MEMORY", needs.bytes() / GIB, needs.free() / GIB);
    } else if (obstacle != Obstacle.NONE) {
      return " " + messages.now("obstacle." + obstacle);
    } else if (needs == null) {
      return "";
    }
    int left = teach.subject().steps().get() - training.done().get();
    double seconds = Math.max(1, left) * needs.secondsAStep();
    String key = needs.sparing() ? "needs.sparing" : "needs";
    return " " + messages.now(key, Math.max(0, left), time(seconds), needs.bytes() / GIB);
  }

  private String time(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 2 * MINUTE) {
      return messages.now("time.seconds", whole);
    }
    long minutes = Math.round(seconds / MINUTE);
    return minutes < 2 * MINUTE
        ? messages.now("time.minutes", minutes)
        : messages.now("time.hours", Math.round(minutes / (double) MINUTE));
  }

  private Node buttons() {
    Button start = Pieces.first(Pieces.button("teach-start", "", teach::start));
    start
        .textProperty()
        .bind(text(() -> messages.now(training.state().get() == State.STOPPED ? "goon" : "start")));
    start.disableProperty().bind(teach.obstacle().isNotEqualTo(Obstacle.NONE));
    Hints.explain(start, text(this::told));
    Button pause = Pieces.button("teach-pause", "", () -> training.pause(true));
    pause.textProperty().bind(messages.text("pause"));
    Button resume = Pieces.first(Pieces.button("teach-resume", "", () -> training.pause(false)));
    resume.textProperty().bind(messages.text("goon"));
    Button stop = Pieces.button("teach-stop", "", training::stop);
    stop.textProperty().bind(messages.text("stop"));
    Hints.explain(stop, messages.text("stop.hint"));
    Button anew = Pieces.button("teach-anew", "", teach::anew);
    anew.textProperty().bind(messages.text("anew"));
    Hints.explain(anew, messages.text("anew.hint"));
    return Pieces.flow(
        Visibility.when(start, in(State.IDLE, State.STOPPED)),
        Visibility.when(pause, in(State.RUNNING)),
        Visibility.when(resume, in(State.PAUSED)),
        Visibility.when(stop, in(State.RUNNING, State.PAUSED)),
        Visibility.when(anew, in(State.STOPPED, State.DONE)));
  }

  /** What one came for. */
  private Node use() {
    Button use = Pieces.first(Pieces.button("teach-use", "", teach::use));
    use.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  var best = training.chosen().get();
                  return best == null ? "" : messages.now("use", best.step());
                },
                messages.dependencies(training.chosen())));
    Hints.explain(
        use,
        Bindings.createStringBinding(
            () -> messages.now("use.hint", teach.subject().words()),
            messages.dependencies(teach.subject().word(), teach.subject().lora())));
    return Visibility.when(use, in(State.STOPPED, State.DONE).and(training.chosen().isNotNull()));
  }
}
