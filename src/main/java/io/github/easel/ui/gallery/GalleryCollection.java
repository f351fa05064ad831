package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.GalleryService.Activity;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Marks;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The collection as a whole: its boards, what the artist notes of its pictures, and what goes on in
 * the background. All of it belongs to JavaFX's thread.
 */
public final class GalleryCollection {

  private static final Logger LOG = LoggerFactory.getLogger(GalleryCollection.class);

  /** A board and how many pictures lie on it. */
  public record Board(String name, int pictures) {}

  /**
   * How many pictures there are.
   *
   * @param all without those in the trash
   * @param favourites of these
   * @param discarded in the trash
   */
  record Counts(int all, int favourites, int discarded) {}

  /** So many of so many are done. */
  record Reading(Activity activity, int done, int all) {}

  private final Workers workers;
  private final Runnable onChange;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer asking;
  private final ObservableList<Board> boards = FXCollections.observableArrayList();
  private final LatestAnswer countingAll;
  private final ImportViewModel imports;
  private final ReadOnlyObjectWrapper<@Nullable Counts> counts = new ReadOnlyObjectWrapper<>();
  private boolean counted;
  private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>();
  private final Map<Activity, Reading> activities = new EnumMap<>(Activity.class);

  /** What was noted of pictures of this session before the collection knew them. */
  private final Map<Long, List<UnaryOperator<Marks>>> early = new HashMap<>();

  private @Nullable GalleryService service;

  /**
   * @param onChange is told when something was written that lists may depend on
   */
  GalleryCollection(Workers workers, Runnable onChange, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onChange = onChange;
    this.onFailure = onFailure;
    asking = new LatestAnswer(workers);
    countingAll = new LatestAnswer(workers);
    imports = new ImportViewModel(workers, onFailure);
  }

  void open(GalleryService opened) {
    service = opened;
    imports.open(opened);
    early.clear();
    activities.clear();
    reading.set(null);
    counts.set(null);
    refresh();
  }

  /** The boards may be others now, and how many pictures there are. */
  void refresh() {
    GalleryService from = service;
    if (from != null) {
      asking.ask(from::boards, this::take);
      if (counted) {
        countingAll.ask(() -> count(from), counts::set);
      }
    }
  }

  private static Counts count(GalleryService from) {
    return new Counts(
        count(from, GalleryScope.ALL),
        count(from, GalleryScope.FAVOURITES),
        count(from, GalleryScope.TRASH));
  }

  private static int count(GalleryService from, GalleryScope scope) {
    return from.find(scope.within(GalleryQuery.ALL), new Cancellation()).size();
  }

  /** From now on somebody wants to know how many pictures there are. */
  void countOn() {
    if (!counted) {
      counted = true;
      refresh();
    }
  }

  /** How many there are; null while that is not known. */
  ReadOnlyObjectProperty<@Nullable Counts> counts() {
    return counts.getReadOnlyProperty();
  }

  private void take(Map<String, Integer> now) {
    List<Board> all = new ArrayList<>();
    now.forEach((name, pictures) -> all.add(new Board(name, pictures)));
    if (!boards.equals(all)) {
      boards.setAll(all);
    }
  }

  /** Hears on any thread what the service tells. */
  GalleryService.Listener listener() {
    return new GalleryService.Listener() {
      @Override
      public void changed() {
        later(onChange);
      }

      @Override
      public void reading(Activity activity, int done, int all) {
        later(() -> GalleryCollection.this.reading(activity, done, all));
      }
    };
  }

  /** How far the background's work is. */
  void reading(Activity activity, int done, int all) {
    if (done >= all) {
      activities.remove(activity);
    } else {
      activities.put(activity, new Reading(activity, done, all));
    }
    // pictures are read before they are looked at
    reading.set(activities.values().stream().findFirst().orElse(null));
  }

  /** Notes something of pictures; it is on the disk soon. */
  void mark(Collection<Long> ids, UnaryOperator<Marks> change) {
    List<Long> known = new ArrayList<>();
    for (Long id : ids) {
      if (id > 0) {
        known.add(id);
      } else {
        early.computeIfAbsent(id, fresh -> new ArrayList<>()).add(change);
      }
    }
    if (!known.isEmpty()) {
      write(from -> from.mark(known, change));
    }
  }

  /** The collection knows pictures of this session by these numbers now. */
  void numbered(Map<Long, Long> became) {
    became.forEach(
        (before, now) ->
            Optional.ofNullable(early.remove(before)).stream()
                .flatMap(List::stream)
                .forEach(change -> mark(List.of(now), change)));
  }

  /** Makes a board. */
  void makeBoard(String name) {
    write(from -> from.makeBoard(name));
  }

  /** Gives a board another name. */
  void renameBoard(String name, String other) {
    write(from -> from.renameBoard(name, other));
  }

  /** Takes a board away; its pictures stay. */
  void deleteBoard(String name) {
    write(from -> from.deleteBoard(name));
  }

  /** Does something that is written, in the order in which it was asked for. */
  void write(Consumer<GalleryService> what) {
    GalleryService into = service;
    if (into == null) {
      return;
    }
    workers
        .files()
        .execute(
            () -> {
              try {
                what.accept(into);
              } catch (RuntimeException e) {
                LOG.error("The collection cannot be changed", e);
                GenerationException reason = GenerationException.of(e);
                workers.window().execute(() -> onFailure.accept(reason));
              }
              workers.window().execute(onChange);
            });
  }

  /** Asks the collection; the receiver is given the answer on the window's thread. */
  <R> void read(Function<GalleryService, R> question, Consumer<R> receiver) {
    GalleryService from = service;
    if (from != null) {
      new LatestAnswer(workers)
          .ask(workers.aside(), () -> question.apply(from), receiver, onFailure);
    }
  }

  /** Does something on the window's thread, soon. */
  void later(Runnable what) {
    workers.window().execute(what);
  }

  /** Takes folders of pictures in. */
  public ImportViewModel imports() {
    return imports;
  }

  /** The boards, by name. */
  public ObservableList<Board> boards() {
    return boards;
  }

  /** What goes on; null for nothing. */
  ReadOnlyObjectProperty<Reading> reading() {
    return reading.getReadOnlyProperty();
  }
}
