package io.github.easel.ui.compose;

import io.github.easel.app.DraftPlanner;
import io.github.easel.app.Services;
import io.github.easel.app.paint.StyledDraft;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.ui.Workers;
import io.github.easel.ui.failure.FailureViewModel;
import io.github.easel.ui.queue.JobCommands;
import io.github.easel.ui.queue.QueueViewModel;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The one button: what it would do, and why it cannot. */
public final class ActionViewModel {

  private final ComposeViewModel compose;
  private final QueueViewModel line;
  private final FailureViewModel failures;
  private final ReadOnlyObjectProperty<Phase> phase;
  private final Workers workers;
  private final ObjectBinding<Obstacle> obstacle;
  private final ObjectBinding<Verb> verb;
  private final VariationsViewModel variations;
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private Supplier<UnaryOperator<Draft>> ground = UnaryOperator::identity;
  private final BooleanProperty remakes = new SimpleBooleanProperty();
  private Runnable unmask = () -> {};
  private @Nullable DraftPlanner planner;
  private UnaryOperator<Draft> styling = UnaryOperator.identity();

  public ActionViewModel(
      ComposeViewModel compose,
      QueueViewModel line,
      FailureViewModel failures,
      ReadOnlyObjectProperty<Phase> phase,
      Workers workers) {
    this.compose = compose;
    this.line = line;
    this.failures = failures;
    this.phase = phase;
    this.workers = workers;
    variations = new VariationsViewModel(line, workers, failures::show);
    obstacle =
        Bindings.createObjectBinding(
            this::findObstacle,
            Stream.concat(Stream.of(phase), Stream.of(compose.parts())).toArray(Observable[]::new));
    SourceViewModel start = compose.start();
    JobCommands jobs = line.commands();
    verb =
        Bindings.createObjectBinding(
            () -> replaces(jobs) ? Verb.CHANGE : compose.verb(),
            start.picture(),
            start.strength(),
            compose.ground(),
            jobs.edited(),
            jobs.replacing());
  }

  private static boolean replaces(JobCommands jobs) {
    return jobs.edited().get() != null && jobs.replacing().get();
  }

  private @Nullable Obstacle findObstacle() {
    return switch (phase.get()) {
      case OPENING -> Obstacle.OPENING;
      case UNAVAILABLE -> Obstacle.UNAVAILABLE;
      case READY -> Obstacle.of(compose);
    };
  }

  /** Lets pictures be planned by these services from now on. */
  public void open(Services services) {
    planner = services.planner();
    styling = new StyledDraft(services)::of;
    variations.open(services);
  }

  /**
   * Lets something else than the source be what pictures begin with.
   *
   * @param beginning is asked on the window's thread; what it gives changes the draft on a worker
   */
  public void beginWith(Supplier<UnaryOperator<Draft>> beginning) {
    ground = beginning;
  }

  /**
   * Lets a mask be part of what is extended.
   *
   * @param masked whether the button would make a masked part anew beside what it adds
   * @param clear clears the mask
   */
  public void remake(ObservableValue<Boolean> masked, Runnable clear) {
    remakes.bind(masked);
    unmask = clear;
  }

  /** Whether a masked part is made anew by what is called extending. */
  ReadOnlyBooleanProperty remakes() {
    return remakes;
  }

  /** Keeps that part as it is. */
  void unmask() {
    unmask.run();
  }

  /**
   * Plans pictures and lines them up, if nothing stands in the way.
   *
   * @param first whether before those that wait
   */
  public void generate(boolean first) {
    DraftPlanner asked = planner;
    if (obstacle.get() == null && asked != null) {
      failures.dismiss();
      notices.clear();
      compose.words().history().add(compose.prompt().get());
      Draft draft = compose.snapshot();
      UnaryOperator<Draft> begin = ground.get();
      UnaryOperator<Draft> style = styling;
      workers.planning().execute(() -> plan(asked, draft, begin, style, first));
    }
  }

  private void plan(
      DraftPlanner asked,
      Draft typed,
      UnaryOperator<Draft> begin,
      UnaryOperator<Draft> style,
      boolean first) {
    try {
      Draft draft = begin.apply(typed);
      DraftPlanner.Plan plan = asked.plan(style.apply(draft)); // edited, it is styled anew
      workers.window().execute(() -> submit(draft, plan, first));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> failures.show(reason));
    }
  }

  private void submit(Draft draft, DraftPlanner.Plan plan, boolean first) {
    notices.setAll(plan.notices());
    line.submit(draft, plan.pictures(), first);
  }

  /** Variations of pictures, which ask for no button. */
  public VariationsViewModel variations() {
    return variations;
  }

  /** Why the button can do nothing; null when it can. */
  public ObjectBinding<Obstacle> obstacle() {
    return obstacle;
  }

  /** What the button does. */
  public ObjectBinding<Verb> verb() {
    return verb;
  }

  /** How many pictures it makes. */
  public ReadOnlyIntegerProperty count() {
    return compose.count();
  }

  /** What the sides of pictures must be multiples of. */
  ReadOnlyIntegerProperty multiple() {
    return compose.format().multiple();
  }

  /** The most clip skip that the model can take. */
  ReadOnlyIntegerProperty mostClipSkip() {
    return compose.way().mostClipSkip();
  }

  /** What is to be known of the pictures that were lined up last, such as missing wildcards. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase;
  }

  /** Whether a model is being opened, for whose pictures one can line up already. */
  public ReadOnlyBooleanProperty loading() {
    return compose.loading();
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
