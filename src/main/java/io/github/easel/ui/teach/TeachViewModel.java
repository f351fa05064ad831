package io.github.easel.ui.teach;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.app.TeachDraft;
import io.github.easel.app.TrainingNotes.Checkpoint;
import io.github.easel.app.TrainingPlan;
import io.github.easel.app.TrainingService.Needs;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.teach.TrainingViewModel.State;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page on which a model is taught, without any control. On JavaFX's thread. */
public final class TeachViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(TeachViewModel.class);
  private static final double WORD_RATE = 5e-3;
  private static final double LORA_RATE = 1e-3;

  /** Checkpoints of a training. */
  private static final int CHECKPOINTS = 6;

  private final Workers workers;
  private final TeachDesk desk;
  private final Consumer<GenerationException> onFailure;
  private final SubjectViewModel subject = new SubjectViewModel();
  private final PicturesViewModel pictures;
  private final TrainingViewModel training;
  private final LatestAnswer asking;
  private final ReadOnlyObjectWrapper<Obstacle> obstacle =
      new ReadOnlyObjectWrapper<>(Obstacle.OPENING);
  private final ReadOnlyObjectWrapper<@Nullable Needs> needs = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable GenerationException> refusal =
      new ReadOnlyObjectWrapper<>();
  private @Nullable Services services;
  private String startedModel = "";
  private boolean seen;
  private boolean restored;

  /** What the estimate depends on. */
  private record Answer(boolean taken, Needs needs) {}

  /**
   * A page that is not open yet.
   *
   * @param onFailure is told on the window's thread what could not be done
   */
  public TeachViewModel(Workers workers, TeachDesk desk, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.desk = desk;
    this.onFailure = onFailure;
    pictures = new PicturesViewModel(workers, onFailure);
    training = new TrainingViewModel(workers, onFailure);
    asking = new LatestAnswer(workers);
    InvalidationListener changed = property -> look();
    Stream.of(subject.parts()).forEach(part -> part.addListener(changed));
    Stream.<Observable>of(pictures.all(), pictures.reading(), desk.inUse())
        .forEach(part -> part.addListener(changed));
    training.checkpoints().addListener((InvalidationListener) property -> keep());
    training
        .state()
        .addListener(
            (property, old, now) -> {
              keep();
              look();
            });
  }

  /** From now on something can be taught. */
  public void open(Services opened) {
    services = opened;
    pictures.open(opened);
    if (seen) {
      restore();
    }
  }

  /** The page is seen, or no more. Nothing is read before it is. */
  void shown(boolean isSeen) {
    seen = isSeen;
    if (isSeen) {
      restore();
    } else {
      keep();
    }
  }

  private record Kept(TeachDraft draft, List<Checkpoint> checkpoints) {}

  private void restore() {
    Services from = services;
    if (from == null || restored || !from.training().isAvailable()) {
      look();
      return;
    }
    restored = true;
    new LatestAnswer(workers)
        .ask(
            workers.files(),
            () -> {
              TeachDraft draft = from.trainingNotes().draft();
              TeachDraft.What what = draft.what();
              return new Kept(
                  draft,
                  what.word().isEmpty()
                      ? List.of()
                      : from.trainingNotes().checkpoints(what.word(), what.lora()));
            },
            this::take,
            onFailure);
  }

  private void take(Kept kept) {
    TeachDraft draft = kept.draft();
    subject.take(draft);
    pictures.take(draft.pictures());
    startedModel = draft.progress().model();
    if (!startedModel.isEmpty() && !kept.checkpoints().isEmpty()) {
      training.restore(
          draft.progress().running() ? State.STOPPED : State.DONE,
          draft.progress().done(),
          draft.how().steps(),
          draft.progress().losses(),
          kept.checkpoints());
    }
    look();
  }

  /** Writes down what is to be taught, once it is known what was before. */
  private void keep() {
    Services from = services;
    if (from == null || !restored || pictures.reading().get()) {
      return;
    }
    List<Checkpoint> reached = training.checkpoints();
    int done = reached.isEmpty() ? 0 : reached.get(reached.size() - 1).step();
    State state = training.state().get();
    boolean begun = state != State.IDLE;
    TeachDraft draft =
        new TeachDraft(
            subject.what(),
            subject.how(),
            pictures.kept(),
            new TeachDraft.Progress(
                begun ? startedModel : "",
                begun && state != State.DONE,
                done,
                training.losses().stream().limit(done).toList()));
    try {
      workers.files().execute(() -> from.trainingNotes().keep(draft));
    } catch (RejectedExecutionException e) {
      LOG.debug("Nobody writes any more: the window was closed");
    }
  }

  /** Finds out whether it can start, and what it would need. */
  private void look() {
    if (training.isBusy()) {
      return;
    }
    asking.forget();
    needs.set(null);
    refusal.set(null);
    Obstacle plain = plain();
    obstacle.set(plain == Obstacle.NONE ? Obstacle.ESTIMATING : plain);
    Services from = services;
    if (plain != Obstacle.NONE || from == null) {
      return;
    }
    TrainingPlan plan = plan();
    asking.ask(
        workers.models(),
        () ->
            new Answer(
                from.trainingNotes().isTaken(plan.name(), plan.what() instanceof TrainingPlan.Lora),
                from.training().needs(plan)),
        answer -> {
          needs.set(answer.needs());
          Obstacle found = answer.needs().fits() ? Obstacle.NONE : Obstacle.MEMORY;
          obstacle.set(answer.taken() ? Obstacle.TAKEN : found);
        },
        reason -> {
          refusal.set(reason);
          obstacle.set(Obstacle.MODEL);
        });
  }

  /** What can be told without asking. */
  private Obstacle plain() {
    Services from = services;
    if (from == null) {
      return Obstacle.OPENING;
    } else if (!from.training().isAvailable()) {
      return Obstacle.MISSING;
    } else if (desk.inUse().getValue() == null) {
      return Obstacle.NO_MODEL;
    } else if (subject.name().isEmpty()) {
      return Obstacle.NO_NAME;
    } else if (!subject.isNamed()) {
      return Obstacle.BAD_NAME;
    } else if (pictures.reading().get()) {
      return Obstacle.READING;
    }
    return pictures.all().size() < TrainingPlan.LEAST_PICTURES
        ? Obstacle.NO_PICTURES
        : Obstacle.NONE;
  }

  private TrainingPlan plan() {
    ModelSummary model = desk.inUse().getValue();
    boolean goesOn = training.state().get() == State.STOPPED && !startedModel.isEmpty();
    int steps = subject.steps().get();
    return new TrainingPlan(
        goesOn || model == null ? startedModel : model.name(),
        subject.name(),
        subject.kind().get() == Kind.STYLE,
        pictures.planned(),
        subject.subject(),
        steps,
        subject.lora().get() ? LORA_RATE : WORD_RATE,
        Math.min(2, Math.max(1, pictures.all().size())),
        1,
        subject.seed().get(),
        Math.max(1, (steps + CHECKPOINTS - 1) / CHECKPOINTS),
        subject.preview().get().strip());
  }

  /** Starts, or goes on where it was broken off. */
  public void start() {
    Services from = services;
    if (from != null && obstacle.get() == Obstacle.NONE && !training.isBusy()) {
      TrainingPlan plan = plan();
      startedModel = plan.model();
      training.start(from, plan);
    }
  }

  /** Lets the prompt call for what was learned until the chosen checkpoint, and goes there. */
  public void use() {
    Services from = services;
    Checkpoint best = training.chosen().get();
    if (from == null || best == null || training.isBusy()) {
      return;
    }
    String name = subject.name();
    boolean lora = subject.lora().get();
    new LatestAnswer(workers)
        .ask(
            workers.files(),
            () -> from.trainingNotes().use(name, lora, best),
            file -> desk.tryOut(subject.words()),
            onFailure);
  }

  /** Begins with something new; what was learned stays. */
  public void anew() {
    if (!training.isBusy()) {
      startedModel = "";
      subject.take(TeachDraft.EMPTY);
      pictures.all().clear();
      training.reset();
    }
  }

  /** Ends what goes on; call it when the window is closed. */
  public void close() {
    keep();
    training.stop();
  }

  TeachDesk desk() {
    return desk;
  }

  /** What is taught. */
  public SubjectViewModel subject() {
    return subject;
  }

  /** The pictures. */
  public PicturesViewModel pictures() {
    return pictures;
  }

  /** How it goes. */
  public TrainingViewModel training() {
    return training;
  }

  /** Why it cannot start. */
  public ReadOnlyObjectProperty<Obstacle> obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  /** What it would need; null until that is known. */
  public ReadOnlyObjectProperty<@Nullable Needs> needs() {
    return needs.getReadOnlyProperty();
  }

  /** Why the model cannot be taught; null if it can. */
  public ReadOnlyObjectProperty<@Nullable GenerationException> refusal() {
    return refusal.getReadOnlyProperty();
  }
}
