package io.github.easel.ui.viewer;

import io.github.easel.app.Services;
import io.github.easel.app.SystemDesktop;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Preview;
import io.github.easel.task.Job;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The middle of the window: what is to be seen there, a picture or the one that is being drawn, and
 * the ways to another. All of it belongs to the window's thread but {@link #finished}.
 */
public final class ViewerViewModel {

  private final Workers workers;
  private final PicturesViewModel pictures;
  private final QueueViewModel line;
  private final Consumer<GenerationException> onFailure;
  private final TrashViewModel trash;
  private final CandidatesViewModel candidates;
  private final UntoldNote untold = new UntoldNote();
  private final CopiesViewModel copies;
  private final CompareViewModel compare;
  private final ZoomModel zoom = new ZoomModel();
  private final BooleanProperty info = new SimpleBooleanProperty();
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final BooleanProperty infoAside = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Sight> otherSight = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Picture> subject = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GenerationRequest> drawn = new ReadOnlyObjectWrapper<>();
  private @Nullable Services services;

  /** Whether the shown picture changes because a new one came, not because somebody chose it. */
  private boolean listing;

  private IntConsumer gallery = this::stepInSession;

  /**
   * @param onFailure is told on the window's thread what could not be done
   */
  public ViewerViewModel(
      Workers workers,
      PicturesViewModel pictures,
      QueueViewModel line,
      Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.pictures = pictures;
    this.line = line;
    this.onFailure = onFailure;
    trash = new TrashViewModel(pictures);
    candidates = new CandidatesViewModel(pictures, trash);
    copies = new CopiesViewModel(workers, pictures);
    compare = new CompareViewModel(pictures);
    pictures.following().bind(live);
    pictures.shown().addListener(changed -> chosen());
    pictures.shown().flatMap(Picture::pixels).addListener((property, old, now) -> look());
    pictures.shown().flatMap(Picture::thumbnail).addListener((property, old, now) -> look());
    line.running().addListener((property, old, now) -> turn(old, now));
    line.preview().addListener(changed -> look());
    compare.mode().addListener(changed -> look());
    ReadOnlyObjectProperty<Picture> other = compare.other();
    other.addListener(changed -> lookAtOther());
    other.flatMap(Picture::pixels).addListener((property, old, now) -> lookAtOther());
    other.flatMap(Picture::thumbnail).addListener((property, old, now) -> lookAtOther());
    look();
  }

  /** These services keep the pictures from now on. */
  public void open(Services opened) {
    services = opened;
    trash.open(opened.trash());
  }

  /** Keeps and lists a finished picture; comes on the thread that drew it. */
  public void finished(Job job, GenerationResult result, Services source) {
    pictures.add(
        result,
        source.pictures(),
        Optional.of(job.id()),
        picture -> {
          listing = true;
          candidates.came(job, picture);
        });
    workers.window().execute(this::listed);
  }

  private void listed() {
    listing = false;
    look();
  }

  private void chosen() {
    if (!listing && line.running().get() != null) {
      live.set(false);
    }
    look();
  }

  /**
   * While nothing is drawn there is nothing to look away from. Whoever looked at another picture
   * while a job ran is not pulled away by those that waited behind it either.
   */
  private void turn(@Nullable Job old, @Nullable Job now) {
    if (old != null) {
      candidates.ended(old);
    }
    if (now != null) {
      candidates.began(now);
    } else if (line.waiting().isEmpty()) {
      live.set(true);
    }
    look();
  }

  /** Goes back to the picture that is being drawn. */
  public void follow() {
    live.set(true);
    compare.mode(CompareViewModel.Mode.OFF);
    look();
  }

  private void look() {
    Job job = line.running().get();
    Preview preview = line.preview().get();
    Picture picture = pictures.shown().get();
    boolean drawing =
        live.get()
            && job != null
            && preview != null
            && compare.mode().get() == CompareViewModel.Mode.OFF;
    drawn.set(job == null ? null : present(job));
    if (drawing && job != null && preview != null) {
      show(Sight.of(preview, present(job)));
    } else {
      show(picture == null ? null : Sight.of(picture));
    }
  }

  private void lookAtOther() {
    Picture other = compare.other().get();
    otherSight.set(other == null ? null : Sight.of(other));
  }

  private static GenerationRequest present(Job job) {
    return job.pictures().get(Math.min(job.done(), job.pictures().size() - 1));
  }

  private void show(@Nullable Sight now) {
    if (now != null) {
      zoom.picture(now.width(), now.height());
    }
    subject.set(now == null ? null : now.picture());
    sight.set(now);
  }

  /** Lets {@link #previous}, {@link #next} and comparing go beyond the pictures of this session. */
  public void shelf(Shelf shelf) {
    gallery = shelf::step;
    compare.shelf(shelf);
  }

  /** Shows the one before in the strip of candidates, or else in the gallery, if there is one. */
  public void previous() {
    step(-1);
  }

  /** Shows the next in the strip of candidates, or else in the gallery, if there is one. */
  public void next() {
    step(1);
  }

  private void step(int by) {
    List<Picture> row = candidates.all();
    Picture shown = pictures.shown().get();
    boolean drawing = drawing();
    if (row.isEmpty() || !(drawing || row.contains(shown))) {
      stepInGallery(by, drawing);
      return;
    }
    // the one that is being drawn stands behind the candidates
    int to = (drawing ? row.size() : row.indexOf(shown)) + by;
    if (to >= 0 && to < row.size()) {
      show(row.get(to));
    } else if (to == row.size() && line.running().get() != null) {
      follow();
    }
  }

  /** The one that is being drawn stands before all others. */
  private void stepInGallery(int by, boolean drawing) {
    Picture shown = pictures.shown().get();
    boolean newest = !pictures.all().isEmpty() && shown == pictures.all().get(0);
    if (drawing) {
      if (by > 0 && shown != null) {
        show(shown);
      }
    } else if (by < 0 && newest && line.running().get() != null) {
      follow();
    } else {
      gallery.accept(by);
    }
  }

  private void stepInSession(int by) {
    int to = pictures.all().indexOf(pictures.shown().get()) + by;
    if (to >= 0 && to < pictures.all().size()) {
      pictures.shown().set(pictures.all().get(to));
    }
  }

  /** From the picture that is being drawn to one that may be chosen behind it already. */
  private void leave(Picture picture) {
    live.set(false);
    pictures.shown().set(picture);
    look();
  }

  /** Shows the picture, also when the one that is being drawn hides it. */
  public void show(Picture picture) {
    if (line.running().get() != null) {
      leave(picture);
    } else {
      pictures.shown().set(picture);
    }
  }

  private boolean drawing() {
    return sight.get() != null && subject.get() == null;
  }

  /**
   * Hands over how the picture was made as A1111 writes it.
   *
   * @param receiver comes on the window's thread
   */
  public void settingsText(Picture picture, Consumer<String> receiver) {
    Services now = services;
    if (now != null) {
      pictures.onFiles(
          () -> {
            String text = now.settings().write(picture.provenance());
            workers.window().execute(() -> receiver.accept(text));
          },
          () -> {});
    }
  }

  /** Shows the picture's file in the system's file manager. */
  public void reveal(Picture picture) {
    reveal(picture.file().get());
  }

  /** Shows the file in the system's file manager; null does nothing. */
  void reveal(@Nullable Path file) {
    desktop(file, SystemDesktop::reveal);
  }

  /** Opens the picture's file with the system's program for pictures. */
  public void open(Picture picture) {
    desktop(picture.file().get(), SystemDesktop::open);
  }

  private void desktop(
      @Nullable Path file, BiFunction<SystemDesktop, Path, CompletionStage<Void>> wish) {
    Services now = services;
    if (now == null || file == null) {
      return;
    }
    pictures.onFiles(() -> wish.apply(now.desktop(), file).whenComplete(this::asked), () -> {});
  }

  private void asked(Void done, @Nullable Throwable thrown) {
    if (thrown == null) {
      return;
    }
    GenerationException reason = GenerationException.of(thrown);
    workers.window().execute(() -> onFailure.accept(reason));
  }

  public PicturesViewModel pictures() {
    return pictures;
  }

  /** The jobs. */
  public QueueViewModel line() {
    return line;
  }

  public CandidatesViewModel candidates() {
    return candidates;
  }

  /** The copies that are saved. */
  public CopiesViewModel copies() {
    return copies;
  }

  public CompareViewModel compare() {
    return compare;
  }

  /** Says of which picture it is not known how it was made. */
  public UntoldNote untold() {
    return untold;
  }

  public TrashViewModel trash() {
    return trash;
  }

  public ZoomModel zoom() {
    return zoom;
  }

  Workers workers() {
    return workers;
  }

  /** Whether all settings of the picture are shown. */
  public BooleanProperty info() {
    return info;
  }

  /** Whether there is too little room for them beside the picture. */
  public BooleanProperty narrow() {
    return narrow;
  }

  /** Whether they are shown in another place than beside the picture. */
  public BooleanProperty infoAside() {
    return infoAside;
  }

  /** Whether the picture that is being drawn is shown as it develops. */
  public ReadOnlyBooleanProperty live() {
    return live.getReadOnlyProperty();
  }

  /** What is to be seen; null for nothing. */
  ReadOnlyObjectProperty<Sight> sight() {
    return sight.getReadOnlyProperty();
  }

  /** What is to be compared with it; null for nothing. */
  ReadOnlyObjectProperty<Sight> otherSight() {
    return otherSight.getReadOnlyProperty();
  }

  /** The finished picture that is to be seen; null for none or one that is being drawn. */
  public ReadOnlyObjectProperty<Picture> subject() {
    return subject.getReadOnlyProperty();
  }

  /** What the picture that is being drawn is drawn from; null while none is. */
  public ReadOnlyObjectProperty<GenerationRequest> drawn() {
    return drawn.getReadOnlyProperty();
  }
}
