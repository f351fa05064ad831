package io.github.easel.ui.viewer;

import io.github.easel.settings.Session;
import io.github.easel.task.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of batches, from which one chooses. Their files are kept and listed like all others
 * from the first moment; what waits for a decision is whether they stay. Batches lie one behind the
 * other until all their pictures are decided, from start to start.
 */
public final class CandidatesViewModel {

  /** Pictures that were asked for at once. */
  private static final class Batch {
    private final UUID job;
    private int place;

    /** Kept by an earlier start and not read yet; they come before the others. */
    private final List<Path> unread = new ArrayList<>();

    /** In the order of making, with those that were discarded, which may be put back. */
    private final List<Picture> came = new ArrayList<>();

    Batch(UUID job, int place) {
      this.job = job;
      this.place = place;
    }
  }

  private final PicturesViewModel pictures;
  private final TrashViewModel trash;
  private final List<Batch> batches = new ArrayList<>();
  private final Map<Picture, Batch> discarded = new WeakHashMap<>();
  private final ObservableList<Picture> all =
      FXCollections.observableArrayList(one -> new Observable[] {one.file()});
  private final ReadOnlyIntegerWrapper coming = new ReadOnlyIntegerWrapper();
  private int places;

  /** The one whose pictures are being drawn, or were last. */
  private @Nullable Batch latest;

  CandidatesViewModel(PicturesViewModel pictures, TrashViewModel trash) {
    this.pictures = pictures;
    this.trash = trash;
    pictures.all().addListener(this::follow);
  }

  private void follow(ListChangeListener.Change<? extends Picture> change) {
    while (change.next()) {
      for (Picture gone : change.getRemoved()) {
        if (pictures.undecided().remove(gone)) {
          batch(gone).ifPresent(batch -> discarded.put(gone, batch));
        }
      }
      change.getAddedSubList().forEach(this::putBack);
    }
    arrange();
  }

  private void putBack(Picture back) {
    Batch batch = discarded.remove(back);
    if (batch == null) {
      return;
    }
    pictures.undecided().add(back);
    if (!batches.contains(batch)) {
      batches.add(batch);
      batches.sort(Comparator.comparingInt(one -> one.place));
    }
  }

  /** A job is being drawn; one of several pictures opens the strip for what will come. */
  void began(Job job) {
    if (job.pictures().size() > 1) {
      toTheEnd(batch(job.id()).orElseGet(() -> new Batch(job.id(), 0)));
    }
    await(job);
  }

  private void toTheEnd(Batch batch) {
    if (batches.isEmpty() || batches.get(batches.size() - 1) != batch) {
      batches.remove(batch);
      batch.place = ++places;
      batches.add(batch);
      arrange(batch);
    }
    latest = batch;
  }

  /** A job that goes on after a pause, a failure or a restart has made some of its pictures. */
  private void await(Job job) {
    if (isLatest(job)) {
      coming.set(job.state().ended() ? 0 : job.pictures().size() - job.done());
    }
  }

  private boolean isLatest(Job job) {
    return latest != null && latest.job.equals(job.id());
  }

  /** A picture of the job is listed. */
  void came(Job job, Picture picture) {
    began(job);
    Batch batch = latest;
    if (batch != null && isLatest(job)) {
      batch.came.add(picture);
      pictures.undecided().add(picture);
      arrange();
    }
  }

  /** The job has ended; perhaps with fewer pictures than were asked for. */
  void ended(Job job) {
    if (isLatest(job)) {
      coming.set(0);
      arrange();
    }
  }

  /**
   * Keeps the picture and goes on to the next undecided one, behind the last to the first; so what
   * is kept stays in sight, where the next key would discard it, only when all is decided.
   */
  public void accept(Picture picture) {
    if (!all.contains(picture)) {
      return;
    }
    pictures.undecided().remove(picture);
    Optional<Picture> next =
        undecidedAfter(picture).or(() -> all.stream().filter(this::isUndecided).findFirst());
    next.ifPresent(pictures.shown()::set);
    arrange();
  }

  /** Keeps them all, of every batch. */
  public void acceptAll() {
    List.copyOf(all).forEach(pictures.undecided()::remove);
    arrange();
  }

  /** Keeps this one; the undecided others of its batch go to the trash. */
  public void keepOnly(Picture picture) {
    List<Picture> others =
        batch(picture).stream()
            .flatMap(batch -> batch.came.stream())
            .filter(one -> one != picture && isUndecided(one))
            .toList();
    pictures.undecided().remove(picture);
    pictures.shown().set(picture);
    trash.discard(others);
    arrange();
  }

  /** Moves the picture to the trash and goes on to the next undecided one. */
  public void discard(Picture picture) {
    if (all.contains(picture) && pictures.shown().get() == picture) {
      undecidedAfter(picture)
          .or(() -> undecidedBefore(picture))
          .or(() -> neighbour(picture))
          .ifPresent(pictures.shown()::set);
    }
    trash.discard(List.of(picture));
    arrange();
  }

  private Optional<Picture> undecidedAfter(Picture picture) {
    return all.stream().skip(all.indexOf(picture) + 1L).filter(this::isUndecided).findFirst();
  }

  private Optional<Picture> undecidedBefore(Picture picture) {
    return all.stream()
        .limit(Math.max(0, all.indexOf(picture)))
        .filter(this::isUndecided)
        .reduce((before, last) -> last);
  }

  private Optional<Picture> neighbour(Picture picture) {
    int at = all.indexOf(picture);
    int next = at + 1 < all.size() ? at + 1 : at - 1;
    return next >= 0 ? Optional.of(all.get(next)) : Optional.empty();
  }

  private Optional<Batch> batch(UUID job) {
    return find(batch -> batch.job.equals(job));
  }

  private Optional<Batch> batch(Picture picture) {
    return find(batch -> batch.came.contains(picture));
  }

  private Optional<Batch> find(Predicate<Batch> which) {
    return batches.stream().filter(which).findFirst();
  }

  /** A batch of which all is decided and nothing more comes leaves the strip. */
  private void arrange() {
    arrange(coming.get() > 0 ? latest : null);
  }

  private void arrange(@Nullable Batch drawn) {
    batches.removeIf(
        batch ->
            batch != drawn
                && batch.unread.isEmpty()
                && batch.came.stream().noneMatch(this::isUndecided));
    List<Picture> now =
        batches.stream()
            .flatMap(batch -> batch.came.stream())
            .filter(pictures.all()::contains)
            .toList();
    if (!now.equals(all)) {
      all.setAll(now);
    }
  }

  /** What an earlier start left undecided; its pictures are to be read. */
  void expect(List<Session.Batch> left) {
    for (Session.Batch before : left) {
      Batch batch = new Batch(id(before.job()), ++places);
      before.files().stream()
          .flatMap(file -> Session.path(file).stream())
          .forEach(batch.unread::add);
      batches.add(batch);
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID(); // the pictures can be decided of without knowing their job
    }
  }

  /** What is still to be read of it, the newest first. */
  List<Path> expected() {
    List<Path> files = new ArrayList<>();
    batches.forEach(batch -> files.addAll(batch.unread));
    Collections.reverse(files);
    return files;
  }

  /** The file has been read: call it with the newest first. */
  void found(Path file, Picture picture) {
    find(batch -> batch.unread.remove(file))
        .ifPresent(
            batch -> {
              batch.came.add(0, picture);
              pictures.undecided().add(picture);
            });
    arrange();
  }

  /** The file is gone, or no picture any more. */
  void missed(Path file) {
    batches.forEach(batch -> batch.unread.remove(file));
    arrange();
  }

  /** What the next start should find. */
  List<Session.Batch> left() {
    return batches.stream()
        .map(batch -> new Session.Batch(batch.job.toString(), files(batch)))
        .filter(batch -> !batch.files().isEmpty())
        .toList();
  }

  private List<String> files(Batch batch) {
    Stream<Path> made = batch.came.stream().filter(this::isUndecided).map(one -> one.file().get());
    return Stream.concat(batch.unread.stream(), made.filter(Objects::nonNull))
        .map(Path::toString)
        .toList();
  }

  /** Whether nothing is decided of the picture yet. */
  boolean isUndecided(Picture picture) {
    return pictures.undecided().contains(picture);
  }

  /** Whether a batch begins with the picture. */
  boolean beginsABatch(Picture picture) {
    return batch(picture).stream()
        .flatMap(batch -> batch.came.stream().filter(all::contains).limit(1))
        .anyMatch(first -> first == picture);
  }

  /** Of the batch whose pictures are being drawn, those that are there. */
  int made() {
    Batch batch = latest;
    return batch == null ? 0 : (int) batch.came.stream().filter(all::contains).count();
  }

  /** Those that are there, the oldest batch first, in the order of their making. */
  public ObservableList<Picture> all() {
    return all;
  }

  /** How many are still to be made, the one that is being drawn among them. */
  public ReadOnlyIntegerProperty coming() {
    return coming.getReadOnlyProperty();
  }
}
