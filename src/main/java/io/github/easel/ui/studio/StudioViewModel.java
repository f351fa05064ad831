package io.github.easel.ui.studio;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Progress;
import io.github.easel.settings.Settings;
import io.github.easel.task.Job;
import io.github.easel.task.JobQueue;
import io.github.easel.task.JobState;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the studio shows and does, without any control. All of it belongs to JavaFX's thread; work
 * is handed to the {@link Workers} and comes back through their window executor.
 */
public final class StudioViewModel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StudioViewModel.class);

  private final Workers workers;
  private final Consumer<Settings> memory;
  private final ComposeViewModel compose;
  private final LookViewModel look;
  private final PicturesViewModel pictures;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OPENING);
  private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GenerationException> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
  private final ObjectBinding<Obstacle> obstacle;

  private @Nullable Services services;
  private @Nullable JobQueue queue;
  private @Nullable Job current;
  private boolean closed;

  /** The model to have open; read on the worker to pass over those that were wanted before. */
  private volatile @Nullable ModelSummary wanted;

  /**
   * @param settings what was remembered
   * @param memory is given what to remember, on every change
   */
  public StudioViewModel(Settings settings, Consumer<Settings> memory, Workers workers) {
    this(settings, memory, workers, StudioViewModel::newSeed);
  }

  StudioViewModel(
      Settings settings, Consumer<Settings> memory, Workers workers, LongSupplier newSeeds) {
    this.workers = workers;
    this.memory = memory;
    compose = new ComposeViewModel(settings.compose(), newSeeds);
    look = new LookViewModel(settings);
    pictures = new PicturesViewModel(workers, failure::set);
    obstacle = Bindings.createObjectBinding(this::findObstacle, obstacleParts());
    compose
        .model()
        .addListener(
            changed -> {
              failure.set(null); // it may have been about the model before
              prepareChosen();
            });
    Stream.of(compose.parts(), look.parts())
        .flatMap(Stream::of)
        .forEach(part -> part.addListener(changed -> remember()));
  }

  /** One of four thousand million: enough, and still readable. */
  private static long newSeed() {
    return ThreadLocalRandom.current().nextLong(1L << 32);
  }

  private void remember() {
    memory.accept(
        new Settings(
            look.language().get().tag(),
            look.theme().get().label(),
            look.windowSize().get(),
            compose.snapshot()));
  }

  /** Opens the services on a worker; the window can be used for typing meanwhile. */
  public void open(Supplier<? extends Services> opening) {
    workers.drawing().execute(() -> openNow(opening));
  }

  private void openNow(Supplier<? extends Services> opening) {
    try {
      Services opened = opening.get();
      List<ModelSummary> models = opened.models().list();
      String where = opened.generation().device().device();
      workers.window().execute(() -> opened(opened, models, where));
    } catch (Throwable e) {
      LOG.error("Services cannot be opened", e);
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> unavailable(reason));
    }
  }

  private void opened(Services opened, List<ModelSummary> models, String where) {
    if (closed) {
      return;
    }
    services = opened;
    queue = new JobQueue(opened.generation()::generate, workers.drawing());
    queue.listen(job -> onJob(job, opened));
    device.set(where);
    compose.offer(models); // and the choice that this makes opens a model
    if (models.isEmpty()) {
      phase.set(Phase.READY);
    }
  }

  private void unavailable(GenerationException reason) {
    failure.set(reason);
    phase.set(Phase.UNAVAILABLE);
  }

  /** Opens the chosen model ahead of its first picture, once nothing is being drawn. */
  private void prepareChosen() {
    ModelSummary model = compose.model().get();
    Services opened = services;
    boolean idle = phase.get() == Phase.OPENING || phase.get() == Phase.READY;
    if (model == null || opened == null || closed || !idle || model.equals(wanted)) {
      return;
    }
    wanted = model;
    phase.set(Phase.OPENING);
    workers.drawing().execute(() -> prepare(model, opened));
  }

  private void prepare(ModelSummary model, Services opened) {
    if (!model.equals(wanted)) {
      return; // another was chosen while this one waited
    }
    try {
      opened.generation().prepare(model.name());
      workers.window().execute(() -> prepared(model, null));
    } catch (Throwable e) {
      LOG.error("Model {} cannot be opened", model.name(), e);
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> prepared(model, reason));
    }
  }

  /** After a failure too the button works: another try may find the memory that lacked. */
  private void prepared(ModelSummary model, @Nullable GenerationException reason) {
    if (phase.get() == Phase.OPENING && model.equals(wanted)) {
      phase.set(Phase.READY);
      if (reason != null) {
        failure.set(reason);
      }
    }
  }

  private @Nullable Obstacle findObstacle() {
    return switch (phase.get()) {
      case OPENING -> Obstacle.OPENING;
      case UNAVAILABLE -> Obstacle.UNAVAILABLE;
      case STOPPING -> Obstacle.STOPPING;
      case DRAWING -> null;
      case READY -> compose.obstacle();
    };
  }

  private Observable[] obstacleParts() {
    return Stream.concat(Stream.of(phase), Stream.of(compose.parts())).toArray(Observable[]::new);
  }

  /** Starts a picture if nothing stands in the way. */
  public void generate() {
    if (phase.get() == Phase.READY && obstacle.get() == null && queue != null && !closed) {
      GenerationRequest request = compose.request();
      failure.set(null);
      phase.set(Phase.DRAWING); // now, so that a second wish that waits already finds it so
      current = queue.submit(request);
    }
  }

  /** Cancels the picture that is being made, if any. */
  public void cancel() {
    if (phase.get() == Phase.DRAWING && queue != null && current != null) {
      phase.set(Phase.STOPPING);
      queue.cancel(current);
    }
  }

  /** What the one button does: generate, or cancel what runs. */
  public void act() {
    if (phase.get() == Phase.DRAWING) {
      cancel();
    } else {
      generate();
    }
  }

  /** Comes on the worker's thread, so what may change meanwhile is read here. */
  private void onJob(Job job, Services source) {
    JobState state = job.state();
    Progress report = job.progress().orElse(null);
    workers.window().execute(() -> update(job, state, report));
    job.result().ifPresent(result -> pictures.add(result, source.pictures()));
  }

  private void update(Job job, JobState state, @Nullable Progress report) {
    if (job != current) {
      return;
    }
    progress.set(state.ended() ? null : report);
    if (state.ended()) {
      current = null;
      phase.set(Phase.READY);
      job.failure().ifPresent(failure::set);
      prepareChosen();
    }
  }

  /** A new seed with every picture. */
  public void rollSeed() {
    compose.seed().set("");
  }

  /** The seed of the picture that is shown, if any. */
  public void reuseSeed() {
    Picture picture = pictures.shown().get();
    if (picture != null) {
      compose.seed().set(Long.toString(picture.request().seed()));
    }
  }

  /** Takes over all that decided the picture. */
  public void recall(Picture picture) {
    compose.recall(picture.request());
  }

  /** Takes the failure's sentence away. */
  public void dismissFailure() {
    failure.set(null);
  }

  /** Cancels what runs and does not wait for its end. The services are their opener's to close. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    wanted = null;
    remember();
    if (queue != null) {
      queue.close();
    }
  }

  public ComposeViewModel compose() {
    return compose;
  }

  public LookViewModel look() {
    return look;
  }

  public PicturesViewModel pictures() {
    return pictures;
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** How far the running picture is; null before the first report and when none runs. */
  public ReadOnlyObjectProperty<Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** What went wrong last; null when nothing did or it was dismissed. */
  public ReadOnlyObjectProperty<GenerationException> failure() {
    return failure.getReadOnlyProperty();
  }

  /** Where pictures are made, for example {@code CPU}; empty until that is known. */
  public ReadOnlyStringProperty device() {
    return device.getReadOnlyProperty();
  }

  /** Why the button can do nothing; null when it can. */
  public ObjectBinding<Obstacle> obstacle() {
    return obstacle;
  }
}
