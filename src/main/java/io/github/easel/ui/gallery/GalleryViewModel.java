package io.github.easel.ui.gallery;

import io.github.easel.app.PictureLibrary;
import io.github.easel.app.PictureLibrary.Kept;
import io.github.easel.app.PictureLibrary.Made;
import io.github.easel.app.PictureStore;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import io.github.easel.ui.viewer.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All pictures, newest first: those of this session, and those kept before as far as one has
 * looked.
 */
public final class GalleryViewModel implements Shelf {

  /** So many of the pictures kept before are listed at a time. */
  static final int PAGE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(GalleryViewModel.class);

  private final Workers workers;
  private final PicturesViewModel session;
  private final Clock clock;
  private final Consumer<GenerationException> onFailure;
  private final ObservableList<GalleryPicture> pictures = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<GalleryPicture> selected = new ReadOnlyObjectWrapper<>();
  private final ObservableBooleanValue neighboured =
      selected.isNotNull().and(Bindings.size(pictures).greaterThan(1));
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

  /** When pictures were made that a discard took out and its undoing may bring back. */
  private final Map<Picture, LocalDateTime> takenOut = new WeakHashMap<>();

  /** The next page ends before it. Clocks can be set back: no picture is too new to be listed. */
  private LocalDateTime before = LocalDateTime.MAX;

  private boolean listing;
  private boolean exhausted;
  private @Nullable PictureLibrary library;
  private @Nullable PictureStore store;
  private @Nullable Thumbnails thumbnails;
  private @Nullable Path wanted;

  /**
   * @param clock tells the local time of new pictures
   * @param onFailure is told on the window's thread what could not be read
   */
  public GalleryViewModel(
      Workers workers,
      PicturesViewModel session,
      Clock clock,
      Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.session = session;
    this.clock = clock;
    this.onFailure = onFailure;
    session.all().addListener(this::follow);
    session.shown().addListener((property, old, shown) -> selected.set(placeOf(shown)));
    session.undecided().addListener((SetChangeListener<Picture>) change -> markUndecided());
    pictures.addListener((ListChangeListener<GalleryPicture>) change -> markUndecided());
  }

  private void markUndecided() {
    Set<Picture> waiting = session.undecided();
    Set<Path> files = new HashSet<>();
    waiting.forEach(one -> Optional.ofNullable(one.file().get()).ifPresent(files::add));
    pictures.forEach(
        one ->
            one.undecided(
                one.picture().filter(waiting::contains).isPresent()
                    || one.file().filter(files::contains).isPresent()));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  private void follow(ListChangeListener.Change<? extends Picture> change) {
    while (change.next()) {
      change.getRemoved().forEach(this::takeOut);
      for (Picture added : change.getAddedSubList()) {
        if (placeOf(added) == null && (!added.isEarlier() || takenOut.containsKey(added))) {
          putIn(added); // one kept before has its place, or is listed with its day
        }
      }
    }
    selected.set(placeOf(session.shown().get()));
  }

  private void takeOut(Picture gone) {
    GalleryPicture place = placeOf(gone);
    if (place != null) {
      takenOut.put(gone, place.made());
      pictures.removeIf(one -> one.standsFor(gone));
    }
  }

  /** New pictures come first, whatever the clock says; one that comes back keeps its day. */
  private void putIn(Picture added) {
    LocalDateTime made = takenOut.remove(added);
    if (made == null) {
      pictures.add(0, GalleryPicture.of(added, now()));
      return;
    }
    int index = 0;
    while (index < pictures.size() && pictures.get(index).made().isAfter(made)) {
      index++;
    }
    pictures.add(index, GalleryPicture.of(added, made));
  }

  private @Nullable GalleryPicture placeOf(@Nullable Picture picture) {
    if (picture == null) {
      return null;
    }
    Optional<GalleryPicture> place =
        pictures.stream().filter(one -> one.standsFor(picture)).findFirst();
    return place.orElse(null);
  }

  /**
   * Lists the latest pictures kept before this start.
   *
   * @param keeper reads their pixels
   */
  public void open(PictureLibrary opened, PictureStore keeper) {
    library = opened;
    store = keeper;
    thumbnails = new Thumbnails(workers, opened, pictures::remove);
    more();
  }

  /** Lists further pictures, if there are any. */
  public void more() {
    PictureLibrary from = library;
    if (from == null || listing || exhausted) {
      return;
    }
    listing = true;
    LocalDateTime until = before;
    workers.files().execute(() -> list(from, until));
  }

  private void list(PictureLibrary from, LocalDateTime until) {
    List<Kept> found;
    try {
      found = from.latest(until, PAGE);
    } catch (RuntimeException e) {
      LOG.error("The pictures cannot be listed", e);
      found = List.of();
    }
    List<Kept> page = found;
    workers.window().execute(() -> listed(page));
  }

  private void listed(List<Kept> page) {
    listing = false;
    exhausted = page.isEmpty();
    if (!exhausted) {
      before = page.get(page.size() - 1).made();
    }
    pictures.addAll(
        page.stream()
            .filter(kept -> pictures.stream().noneMatch(one -> one.isKeptIn(kept.file())))
            .map(kept -> GalleryPicture.keptBefore(kept.file(), kept.made()))
            .toList());
    listed.set(true);
    selected.set(placeOf(session.shown().get()));
  }

  /** Shows the picture in the viewer. */
  public void show(GalleryPicture picture) {
    selected.set(picture);
    wanted = null;
    picture
        .picture()
        .ifPresentOrElse(session.shown()::set, () -> picture.file().ifPresent(this::show));
  }

  /** Shows the picture that was kept in that file before; if it is gone, nothing happens. */
  public void show(Path file) {
    Optional<Picture> opened = session.keptIn(file);
    PictureLibrary from = library;
    if (opened.isPresent()) {
      session.shown().set(opened.get());
    } else if (from != null) {
      wanted = file;
      workers.files().execute(() -> read(file, from, made -> opened(file, made)));
    }
  }

  private void read(Path file, PictureLibrary from, Consumer<Made> receiver) {
    if (!Files.exists(file)) {
      workers.window().execute(() -> pictures.removeIf(one -> one.isKeptIn(file)));
      return;
    }
    try {
      Made made =
          from.made(file)
              .orElseThrow(
                  () ->
                      GenerationException.unreadable(
                          file, "it does not say how it was made", null));
      workers.window().execute(() -> receiver.accept(made));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("A kept picture cannot be shown", e);
      workers.window().execute(() -> onFailure.accept(GenerationException.of(e)));
    }
  }

  /** Of several that were wanted while files were read only the last one is shown. */
  private void opened(Path file, Made made) {
    PictureStore keeper = store;
    if (file.equals(wanted) && keeper != null) {
      wanted = null;
      session.shown().set(atHand(file, made, keeper));
    }
  }

  private Picture atHand(Path file, Made made, PictureStore keeper) {
    return session.keptIn(file).orElseGet(() -> add(file, made, keeper));
  }

  private Picture add(Path file, Made made, PictureStore keeper) {
    Picture picture = session.addKept(file, made, keeper);
    pictures.stream()
        .filter(one -> one.isKeptIn(file))
        .findFirst()
        .map(one -> one.thumbnail().get())
        .ifPresent(picture::reduced);
    return picture;
  }

  @Override
  public ObservableBooleanValue neighboured() {
    return neighboured;
  }

  @Override
  public void neighbour(Consumer<Picture> receiver) {
    int from = pictures.indexOf(selected.get());
    int to = from + 1 < pictures.size() ? from + 1 : from - 1;
    if (from < 0 || to < 0) {
      return;
    }
    GalleryPicture place = pictures.get(to);
    Optional<Picture> known = place.picture().or(() -> place.file().flatMap(session::keptIn));
    known.ifPresentOrElse(receiver, () -> place.file().ifPresent(file -> bring(file, receiver)));
  }

  private void bring(Path file, Consumer<Picture> receiver) {
    PictureLibrary from = library;
    PictureStore keeper = store;
    if (from != null && keeper != null) {
      workers
          .files()
          .execute(() -> read(file, from, made -> receiver.accept(atHand(file, made, keeper))));
    }
  }

  @Override
  public void step(int places) {
    int from = pictures.indexOf(selected.get());
    int to = from < 0 ? 0 : from + places;
    if (to >= 0 && to < pictures.size()) {
      show(pictures.get(to));
    }
  }

  /**
   * Shows pictures that were found by their look.
   *
   * @param nearest the nearest first
   * @param title what they are
   */
  public void showNearest(List<Nearness> nearest, String title) {
    LOG.info("{}: {}", title, nearest.size()); // the list of a session has no place for others
  }

  /** The picture has come into sight. */
  void seen(GalleryPicture picture) {
    if (thumbnails != null) {
      thumbnails.want(picture);
    }
  }

  /** The picture is out of sight. */
  void unseen(GalleryPicture picture) {
    if (thumbnails != null) {
      thumbnails.unwant(picture);
    }
  }

  /** Newest first. */
  public ObservableList<GalleryPicture> pictures() {
    return pictures;
  }

  /** The one in the viewer; null for none. */
  public ReadOnlyObjectProperty<GalleryPicture> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Whether it is known what there is. */
  public ReadOnlyBooleanProperty listed() {
    return listed.getReadOnlyProperty();
  }

  /** The day of the moment. */
  LocalDate today() {
    return now().toLocalDate();
  }
}
