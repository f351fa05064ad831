package io.github.easel.ui.studio;

import io.github.easel.app.ExportWish;
import io.github.easel.app.LocalFolders;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Places;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PreviewWish;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.Workers;
import io.github.easel.ui.canvas.CanvasViewModel;
import io.github.easel.ui.compose.ActionViewModel;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.compose.Phase;
import io.github.easel.ui.drop.DropViewModel;
import io.github.easel.ui.failure.FailureViewModel;
import io.github.easel.ui.gallery.GalleryViewModel;
import io.github.easel.ui.keys.CommandTable;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.learn.LearnViewModel;
import io.github.easel.ui.models.ModelsViewModel;
import io.github.easel.ui.queue.LogViewModel;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.queue.StudioLog;
import io.github.easel.ui.settings.SettingsViewModel;
import io.github.easel.ui.teach.TeachViewModel;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PictureMemory;
import io.github.easel.ui.viewer.PicturesViewModel;
import io.github.easel.ui.viewer.ViewerViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The studio without any control: its screens, and what goes from one to the other. All of it
 * belongs to JavaFX's thread; work is handed to the {@link Workers} and comes back through their
 * window executor.
 */
public final class StudioViewModel implements AutoCloseable {

  private final Workers workers;
  private final Memory memory;
  private final ObjectProperty<Settings> settings;
  private final Session lastSession;
  private final ComposeViewModel compose;
  private final ActionViewModel action;
  private final QueueViewModel line;
  private final FailureViewModel failures = new FailureViewModel();
  private final LookViewModel look;
  private final LayoutViewModel layout;
  private final PicturesViewModel pictures;
  private final GalleryViewModel gallery;
  private final DropViewModel drop;
  private final ViewerViewModel viewer;
  private final CanvasViewModel canvas;
  private final CanvasDesk desk;
  private final PictureMemory pictureMemory;
  final PictureRelations relations;
  private final Remedies remedies;
  private final LearnViewModel learn;
  private final ModelsViewModel models;
  private final TeachViewModel teach;
  private final LogViewModel log;
  private final StudioLog happened;
  private final KeyMap keys;
  private final SettingsViewModel preferences;
  private final CommandTable commands = new CommandTable();
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OPENING);
  private final ModelOpening opening;

  private @Nullable Services services;
  private boolean closed;

  /** Asked by the running picture at every step. */
  private volatile PreviewWish previews = PreviewWish.NONE;

  /**
   * What is remembered between two starts.
   *
   * @param settings is given the settings on every change
   * @param session is given the session on every change
   */
  public record Memory(Consumer<Settings> settings, Consumer<Session> session) {}

  /**
   * @param settings what was chosen
   * @param session where the last start ended
   */
  public StudioViewModel(Settings settings, Session session, Memory memory, Workers workers) {
    this.workers = workers;
    this.memory = memory;
    this.settings = new SimpleObjectProperty<>(settings);
    this.lastSession = session;
    compose = new ComposeViewModel(session.draft(), session.history(), workers, failures::show);
    line = new QueueViewModel(workers, this::jobFailed);
    action = new ActionViewModel(compose, line, failures, phase.getReadOnlyProperty(), workers);
    look = new LookViewModel(settings, session);
    layout = new LayoutViewModel(session.layout());
    compose.negativeOpen().bindBidirectional(layout.part("negative", false));
    compose.moreOpen().bindBidirectional(layout.part("more", false));
    pictures = new PicturesViewModel(workers, failures::show);
    gallery = GalleryDesk.gallery(workers, pictures, failures::show);
    drop =
        new DropViewModel(workers, new DropTarget(compose, this::desk), StudioViewModel::newSeed);
    viewer = new ViewerViewModel(workers, pictures, line, failures::show);
    Messages words = Messages.of("canvas", look.language());
    canvas = new CanvasViewModel(compose, line, workers, words, failures::show);
    canvas.take(session.desk());
    desk = new CanvasDesk(canvas, layout, pictures, action);
    pictureMemory = new PictureMemory(session, workers, viewer);
    viewer.shelf(gallery);
    relations = new PictureRelations(this, workers);
    viewer.copies().writeAs(() -> new ExportWish(!this.settings.get().privacy().strip(), false));
    remedies = new Remedies(compose, line, pictures, failures, commands);
    learn =
        new LearnViewModel(
            pictures,
            () -> Optional.ofNullable(compose.model().get()).map(ModelSummary::name).orElse(""),
            () -> line.running().get() != null,
            workers,
            failures::show);
    models = new ModelsViewModel(workers, new ModelsTarget(this, workers), failures::show);
    teach = new TeachViewModel(workers, new TeachTarget(this), failures::show);
    log = new LogViewModel(workers.window());
    happened = new StudioLog(log, Messages.of("queue", look.language()));
    happened.watch(pictures, failures, line);
    opening = new ModelOpening(workers, failures::show, happened::opened);
    compose.loading().bind(opening.loading());
    opening
        .device()
        .addListener((property, old, now) -> compose.device().set(now == null ? "" : now.device()));
    keys = new KeyMap(settings.keys());
    preferences =
        new SettingsViewModel(
            this.settings,
            opening.device(),
            new LocalFolders(Places.ofThisProcess()),
            workers,
            failures::show);
    compose.looked().bind(pictures.shown().map(Picture::request));
    compose
        .model()
        .addListener(
            changed -> {
              failures.dismiss(); // it may have been about the model before
              prepareChosen();
            });
    this.settings.addListener((property, old, now) -> adopt(now));
    adopt(settings);
    Stream.of(look.parts()).forEach(part -> part.addListener(changed -> takeLook()));
    Stream.of(compose.parts(), canvas.parts(), layout.parts(), pictureMemory.parts())
        .flatMap(Stream::of)
        .forEach(part -> part.addListener(changed -> remember()));
    look.windowSize().addListener(changed -> remember());
    StudioCommands.enter(this);
  }

  private static long newSeed() {
    return ThreadLocalRandom.current().nextLong(1L << 32);
  }

  private void jobFailed(GenerationException reason) {
    remedies.jobFailed(reason);
  }

  private void takeLook() {
    settings.set(look.into(settings.get()));
  }

  private void adopt(Settings now) {
    previews =
        PreviewWish.Kind.find(now.previews().kind())
            .map(kind -> new PreviewWish(kind, now.previews().every()))
            .orElse(PreviewWish.NONE);
    look.adopt(now);
    keys.adopt(now.keys());
    memory.settings().accept(now);
  }

  private void remember() {
    memory
        .session()
        .accept(
            new Session(
                look.windowSize().get(),
                layout.snapshot(),
                compose.snapshot(),
                compose.words().history().prompts(),
                pictureMemory.shown(),
                canvas.into(pictureMemory.desk())));
  }

  /** Opens the services on a worker; the window can be used for typing meanwhile. */
  public void open(Supplier<? extends Services> opening) {
    new ServicesOpening(workers, this::opened, this::unavailable).open(opening);
  }

  private void opened(Services opened, List<ModelSummary> models) {
    if (closed) {
      return;
    }
    services = opened;
    drop.open(opened);
    action.open(opened);
    compose.open(opened);
    gallery.open(opened);
    GalleryDesk.follow(settings, preferences, opened, gallery);
    lastSession.shownFile().ifPresent(gallery::show);
    viewer.open(opened);
    canvas.open(opened);
    relations.open(opened.gallery());
    pictureMemory.open(opened.library(), opened.pictures());
    // comes on the drawing worker, so that a picture is kept even while closing
    line.open(
        opened,
        () -> previews,
        (job, index, result) -> {
          viewer.finished(job, result, opened);
          canvas.staging().finished(job, result, opened);
        });
    learn.open(opened.learning());
    this.models.open(opened);
    teach.open(opened);
    ModelsTarget.follow(settings, opened, this.models);
    phase.set(Phase.READY);
    // and the choice that this makes opens a model
    ModelShelf shelf = new ModelShelf(compose, failures, workers, opened);
    remedies.fetchBy(shelf::fetchTokenizer);
    shelf.offer(models);
  }

  /** From now on pictures are kept there, in later starts too. */
  void keepPicturesIn(Path folder) {
    preferences.choosePictures(folder);
  }

  private void unavailable(GenerationException reason) {
    failures.show(reason);
    phase.set(Phase.UNAVAILABLE);
  }

  /** Opens the chosen model ahead of its first picture. */
  private void prepareChosen() {
    ModelSummary model = compose.model().get();
    Services opened = services;
    if (model != null && opened != null && !closed) {
      opening.want(model, opened);
    }
  }

  /** Cancels what runs and does not wait for its end. The services are their opener's to close. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    opening.cancel();
    drop.dismiss();
    models.close();
    teach.close();
    remember();
    gallery.exports().cancel();
    gallery.collection().imports().cancel();
    line.close();
  }

  /** What was chosen once for all pictures; a change is remembered and takes effect. */
  public ObjectProperty<Settings> settings() {
    return settings;
  }

  public ComposeViewModel compose() {
    return compose;
  }

  public ActionViewModel action() {
    return action;
  }

  /** The jobs. */
  public QueueViewModel line() {
    return line;
  }

  public FailureViewModel failures() {
    return failures;
  }

  /** The ways out of them. */
  Remedies remedies() {
    return remedies;
  }

  /** The services, once they are open. */
  Optional<Services> services() {
    return Optional.ofNullable(services);
  }

  /** Opens the program's log file with whatever the system reads such files with. */
  void openLog() {
    services().ifPresent(opened -> LogFile.open(opened, workers, failures::show));
  }

  /** What happened. */
  public LogViewModel log() {
    return log;
  }

  public LookViewModel look() {
    return look;
  }

  /** All pictures, of this start and before. */
  public GalleryViewModel gallery() {
    return gallery;
  }

  /** From now on pictures begin with that one. */
  public void useAsSource(Picture picture) {
    Path file = picture.file().get();
    String name = file == null ? "" : String.valueOf(file.getFileName());
    pictures.withPixels(picture, image -> drop.begin(image, name));
  }

  /** What was dropped or pasted. */
  public DropViewModel drop() {
    return drop;
  }

  /** What can be drawn with. */
  public ModelsViewModel models() {
    return models;
  }

  /** What is taught. */
  public TeachViewModel teach() {
    return teach;
  }

  /** How pictures come of noise. */
  public LearnViewModel learn() {
    return learn;
  }

  /** The panels and pages. */
  public LayoutViewModel layout() {
    return layout;
  }

  public PicturesViewModel pictures() {
    return pictures;
  }

  /** The middle of the window. */
  public ViewerViewModel viewer() {
    return viewer;
  }

  /** What is painted on, in the viewer's place. */
  public CanvasViewModel canvas() {
    return canvas;
  }

  /** The way to the canvas. */
  public CanvasDesk desk() {
    return desk;
  }

  /** The settings, one by one. */
  public SettingsViewModel preferences() {
    return preferences;
  }

  public KeyMap keys() {
    return keys;
  }

  /** What each command does. */
  public CommandTable commands() {
    return commands;
  }

  /** Shows where the picture comes from and what came of it. */
  public void showLineage(Picture picture) {
    relations.lineage(picture);
  }
}
