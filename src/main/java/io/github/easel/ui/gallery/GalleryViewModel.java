package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.Services;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import io.github.easel.ui.viewer.Shelf;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * All pictures that there are, as far as one asks for them: those of this session, and what the
 * collection finds. It holds numbers of all and objects of those in sight only.
 */
public final class GalleryViewModel implements Shelf {

  private final Workers workers;
  private final PicturesViewModel session;
  private final Clock clock;
  private final GalleryQuestion question = new GalleryQuestion();
  private final GallerySelection selection = new GallerySelection();
  private final SessionNumbers numbers = new SessionNumbers();
  private final PicturesInSight inSight;
  private final GalleryAsking asking;
  private final KeptReading kept;
  private final LatestAnswer finding;
  private final GallerySearch search;
  private final GalleryCollection collection;
  private final ExportViewModel exports;
  private final ReadOnlyObjectWrapper<Listing> listing =
      new ReadOnlyObjectWrapper<>(Listing.NOTHING);
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<GalleryPicture> selected = new ReadOnlyObjectWrapper<>();
  private final ObservableBooleanValue neighboured = selected.isNotNull().and(size.greaterThan(1));
  private final ReadOnlyIntegerWrapper taken = new ReadOnlyIntegerWrapper();
  private Map<Long, Long> became = Map.of();
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

  /** Discarded pictures that the collection has not noticed yet, and files that vanished. */
  private final Set<Long> hidden = new HashSet<>();

  private Results results = Results.NOTHING;
  private @Nullable GalleryService service;

  /** The one that is being read to be shown; 0 for none. */
  private volatile long wanted;

  /**
   * @param clock tells the local time of new pictures
   * @param soon does things on the window's thread when one has stopped typing
   * @param onFailure is told on the window's thread what could not be read
   */
  public GalleryViewModel(
      Workers workers,
      PicturesViewModel session,
      Clock clock,
      Executor soon,
      Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.session = session;
    this.clock = clock;
    inSight = new PicturesInSight(workers, numbers::picture, this::gone);
    asking =
        new GalleryAsking(
            workers, question, () -> numbers.unknown(session.all()), this::answered, onFailure);
    finding = new LatestAnswer(workers);
    kept = new KeptReading(workers, session, onFailure);
    search = new GallerySearch(workers, question, asking::ask, soon, onFailure);
    collection = new GalleryCollection(workers, this::reload, onFailure);
    exports = new ExportViewModel(workers, onFailure);
    session.all().addListener(this::follow);
    session.shown().addListener((property, old, now) -> shown(now));
    session
        .undecided()
        .addListener(
            (SetChangeListener<Picture>) change -> inSight.all().forEach(this::markUndecided));
    selection.changes().addListener(changed -> select());
  }

  /** Lists the collection of these services from now on. */
  public void open(Services opened) {
    GalleryService now = opened.gallery();
    service = now;
    kept.open(opened);
    search.open(opened);
    exports.open(opened);
    begin(now);
    now.listen(collection.listener());
    // the first list comes before the work of keeping it true
    workers.aside().execute(() -> workers.gallery().execute(now::start));
  }

  private void begin(GalleryService now) {
    numbers.clear();
    hidden.clear();
    inSight.open(now);
    collection.open(now);
    asking.open(now);
  }

  /** The pictures lie in another folder now. */
  public void folderChanged() {
    Optional.ofNullable(service).ifPresent(this::begin);
    question.clear();
    question.go(GalleryScope.ALL);
  }

  /** Asks the collection anew, for something may have changed. */
  private void reload() {
    inSight.stale();
    asking.refresh();
    collection.refresh();
    search.refresh();
  }

  private void answered(GalleryAsking.Answer answer) {
    results = answer.results();
    Map<Long, Long> learned = numbers.learn(answer.numbers());
    if (answer.everything()) {
      numbers.forget(session.all(), results);
      hidden.removeIf(id -> results.places().of(id) < 0);
    }
    listed.set(true);
    list(learned);
    collection.numbered(learned);
  }

  private void list(Map<Long, Long> learned) {
    became = learned;
    Results visible = question.isAmongDiscarded() ? results : results.without(hidden);
    List<Listing.Fresh> fresh =
        question.isAll() || !listed.get()
            ? session.all().stream()
                .filter(one -> !one.isEarlier() && !numbers.isKnown(one))
                .map(one -> new Listing.Fresh(numbers.of(one), numbers.day(one, today())))
                .toList()
            : List.of();
    Listing now = new Listing(fresh, visible);
    size.set(now.size());
    selection.revise(now, this::numberNow);
    listing.set(now);
    if (wanted == 0 || !selection.isApart()) { // the one that leads is still being read
      lead(session.shown().get());
    }
  }

  private void follow(ListChangeListener.Change<? extends Picture> change) {
    while (change.next()) {
      change.getRemoved().stream().filter(numbers::isKnown).map(numbers::of).forEach(hidden::add);
      change.getAddedSubList().stream().map(numbers::of).forEach(hidden::remove);
    }
    list(Map.of());
  }

  private void gone(Set<Long> ids) {
    hidden.addAll(ids);
    asking.gone(ids);
    list(Map.of());
  }

  /** Takes pictures out of the list before the collection does. */
  void hide(List<Long> ids) {
    hidden.addAll(ids);
    list(Map.of());
  }

  /** They are no longer to be taken out of the list. */
  void unhide(List<Long> ids) {
    ids.forEach(hidden::remove);
    list(Map.of());
  }

  /** The viewer shows another picture. */
  private void shown(@Nullable Picture now) {
    lead(now);
    if (now != null && !numbers.isKnown(now) && now.isEarlier()) {
      asking.refresh(); // which tells its number
    }
  }

  private void lead(@Nullable Picture now) {
    if (now != null) {
      selection.follow(numbers.of(now));
    }
  }

  private void select() {
    long lead = selection.leadId();
    selected.set(selection.lead() < 0 ? null : inSight.of(lead));
  }

  /** Whether the viewer shows the one that leads here. */
  boolean isLeadShown() {
    Picture now = session.shown().get();
    return now != null && numbers.of(now) == selection.leadId();
  }

  private void markUndecided(GalleryPicture one) {
    one.undecided(one.picture().filter(session.undecided()::contains).isPresent());
  }

  /** Chooses the picture at that place and shows it in the viewer. */
  public void take(int place, GallerySelection.Manner manner) {
    if (place >= 0 && place < size.get()) {
      selection.take(place, manner);
      taken.set(taken.get() + 1);
      bring(selection.leadId(), session.shown()::set);
    }
  }

  /** Shows the picture that was kept in that file before; if it is gone, nothing happens. */
  public void show(Path file) {
    read(file, session.shown()::set);
  }

  /** Reads the picture that was kept in that file before; if it is gone, nothing happens. */
  public void read(Path file, Consumer<Picture> receiver) {
    session
        .keptIn(file)
        .ifPresentOrElse(receiver, () -> kept.read(file, () -> true, receiver, () -> {}));
  }

  /** The picture itself; comes when it has been read, unless another is wanted by then. */
  private void bring(long id, Consumer<Picture> receiver) {
    Picture own = numbers.picture(id);
    GalleryPicture place = inSight.of(id);
    GalleryService from = service;
    wanted = id;
    if (own != null) {
      wanted = 0;
      receiver.accept(own);
    } else if (place.file().isPresent()) {
      read(id, place.file().get(), receiver);
    } else if (from != null) {
      finding.ask(
          () -> from.items(List.of(id)),
          items -> items.forEach(item -> read(id, item.entry().file(), receiver)));
    }
  }

  private void read(long id, Path file, Consumer<Picture> receiver) {
    Optional<Picture> atHand = session.keptIn(file);
    if (atHand.isPresent()) {
      received(id, atHand.get(), receiver);
      return;
    }
    kept.read(
        file,
        () -> wanted == id,
        picture -> received(id, picture, receiver),
        () -> gone(Set.of(id)));
  }

  private void received(long id, Picture picture, Consumer<Picture> receiver) {
    numbers.learn(Map.of(picture, id));
    if (picture.thumbnail().get() == null && inSight.of(id).thumbnail().get() != null) {
      picture.reduced(inSight.of(id).thumbnail().get());
    }
    if (wanted == id) {
      wanted = 0;
      receiver.accept(picture);
    }
  }

  @Override
  public ObservableBooleanValue neighboured() {
    return neighboured;
  }

  @Override
  public void neighbour(Consumer<Picture> receiver) {
    int from = selection.lead();
    int to = from + 1 < size.get() ? from + 1 : from - 1;
    if (from >= 0 && to >= 0) {
      bring(listing.get().id(to), receiver);
    }
  }

  @Override
  public void step(int places) {
    int from = selection.lead();
    take(from < 0 ? 0 : from + places, GallerySelection.Manner.ALONE);
  }

  /** Shows pictures in the order of their likeness to that small one until another search. */
  public void showNearest(List<Nearness> nearest, String title, Optional<Image> like) {
    question.alike().set(new Alike(nearest, title, like));
  }

  /** The picture has come into sight. */
  void seen(GalleryPicture picture) {
    markUndecided(picture);
    inSight.seen(picture);
  }

  /** The picture is out of sight. */
  void unseen(GalleryPicture picture) {
    inSight.unseen(picture);
  }

  /** The number that a picture has now, if it had that one in the list before. */
  long numberNow(long before) {
    return became.getOrDefault(before, before);
  }

  /** Grows when somebody chooses a picture here, which then should be in sight. */
  ReadOnlyIntegerProperty taken() {
    return taken.getReadOnlyProperty();
  }

  /** The picture at that place. */
  GalleryPicture at(int place) {
    return inSight.of(listing.get().id(place));
  }

  /** All that was asked for, in order. */
  ReadOnlyObjectProperty<Listing> listing() {
    return listing.getReadOnlyProperty();
  }

  /** How many pictures that are. */
  public ReadOnlyIntegerProperty size() {
    return size.getReadOnlyProperty();
  }

  /** What is looked for. */
  public GalleryQuestion question() {
    return question;
  }

  /** The ways to look for something. */
  public GallerySearch search() {
    return search;
  }

  /** What is known of the collection as a whole: boards, and what goes on. */
  public GalleryCollection collection() {
    return collection;
  }

  /** Takes pictures out of the collection. */
  public ExportViewModel exports() {
    return exports;
  }

  /** Which pictures are chosen. */
  public GallerySelection selection() {
    return selection;
  }

  /** Those that were in sight. */
  PicturesInSight inSight() {
    return inSight;
  }

  /** The one in the viewer; null for none. */
  public ReadOnlyObjectProperty<GalleryPicture> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Whether it is known what there is. */
  public ReadOnlyBooleanProperty listed() {
    return listed.getReadOnlyProperty();
  }

  /** The pictures of this session. */
  PicturesViewModel session() {
    return session;
  }

  /** The day of the moment. */
  LocalDate today() {
    return LocalDate.now(clock);
  }
}
