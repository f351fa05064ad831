package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.GalleryQuery.Order;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Picture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the collection for what is looked for. A new question ends the one before; changes of the
 * collection that come while one is asked are gathered. All of it belongs to JavaFX's thread.
 */
final class GalleryAsking {

  /** So many pictures are near to words or to a picture; the rest is far. */
  static final int NEAREST = 300;

  /**
   * What came of a question.
   *
   * @param everything whether all pictures of the collection were asked for
   * @param numbers of pictures of this session that the collection had not known before
   */
  record Answer(Results results, boolean everything, Map<Picture, Long> numbers) {}

  private final Workers workers;
  private final GalleryQuestion question;
  private final Supplier<Map<Path, Picture>> unknown;
  private final Consumer<Answer> onAnswer;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer latest;
  private final Set<Long> gone = new HashSet<>();
  private Cancellation running = new Cancellation();
  private boolean asking;
  private boolean again;
  private @Nullable GalleryService service;

  /**
   * @param unknown the files of pictures whose numbers are wanted
   */
  GalleryAsking(
      Workers workers,
      GalleryQuestion question,
      Supplier<Map<Path, Picture>> unknown,
      Consumer<Answer> onAnswer,
      Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.question = question;
    this.unknown = unknown;
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
    latest = new LatestAnswer(workers);
  }

  void open(GalleryService opened) {
    service = opened;
    gone.clear();
    ask();
  }

  /** These are there no longer, as far as lists of pictures that are alike are concerned. */
  void gone(Set<Long> ids) {
    gone.addAll(ids);
  }

  /** The collection has changed. */
  void refresh() {
    if (asking) {
      again = true;
    } else {
      ask();
    }
  }

  /** Something else is looked for. */
  void ask() {
    GalleryService from = service;
    if (from == null) {
      return;
    }
    running.cancel();
    Cancellation own = new Cancellation();
    running = own;
    asking = true;
    again = false;
    Map<Path, Picture> files = unknown.get();
    boolean everything = question.isAll();
    Supplier<Results> finding = finding(from, own);
    Executor worker = question.isByMeaning() ? workers.gallery() : workers.aside();
    latest.ask(
        worker,
        () -> new Answer(finding.get(), everything, numbers(from, files)),
        this::answered,
        this::failed);
  }

  private Supplier<Results> finding(GalleryService from, Cancellation own) {
    Alike alike = question.alike().get();
    if (alike != null) {
      Set<Long> without = Set.copyOf(gone);
      GalleryQuery besides = question.besidesLikeness();
      return () -> Results.alike(among(from, alike.groups(), besides, own), without);
    }
    GalleryQuery query = question.query();
    if (question.isByMeaning()) {
      return () -> Results.alike(List.of(near(from, query, own)), Set.of());
    }
    boolean byDay = query.order() == Order.NEWEST || query.order() == Order.OLDEST;
    return () -> {
      Found found = from.find(query, own);
      return byDay ? Results.byDay(found) : Results.plain(found);
    };
  }

  /** Those nearest in meaning that are as the rest of the question says. */
  private static List<Nearness> near(GalleryService from, GalleryQuery query, Cancellation own) {
    GalleryQuery besides = query.withWords("").in(Order.NEWEST);
    boolean all = besides.equals(GalleryQuery.ALL);
    // what is asked for besides may leave few of the nearest, so then all are candidates
    int most = all ? NEAREST : Math.max(NEAREST, from.find(GalleryQuery.ALL, own).size());
    List<Nearness> near = from.looks().like(query.words(), most, own);
    return among(from, List.of(near), besides, own).get(0).stream().limit(NEAREST).toList();
  }

  private static List<List<Nearness>> among(
      GalleryService from, List<List<Nearness>> groups, GalleryQuery besides, Cancellation own) {
    if (besides.equals(GalleryQuery.ALL)) {
      return groups;
    }
    IdPlaces allowed = new IdPlaces(from.find(besides, own));
    return groups.stream()
        .map(group -> group.stream().filter(one -> allowed.of(one.id()) >= 0).toList())
        .toList();
  }

  private static Map<Picture, Long> numbers(GalleryService from, Map<Path, Picture> files) {
    Map<Picture, Long> numbers = new HashMap<>();
    files.forEach(
        (file, picture) -> {
          Optional<GalleryItem> item = from.item(file);
          item.ifPresent(known -> numbers.put(picture, known.id()));
        });
    return numbers;
  }

  private void answered(Answer answer) {
    asking = false;
    onAnswer.accept(answer);
    if (again) {
      ask();
    }
  }

  private void failed(GenerationException reason) {
    asking = false;
    if (reason.failure() != Failure.CANCELLED) {
      onFailure.accept(reason);
    }
    if (again) {
      ask();
    }
  }
}
