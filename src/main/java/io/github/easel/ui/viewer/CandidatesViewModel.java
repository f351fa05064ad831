package io.github.easel.ui.viewer;

import io.github.easel.task.Job;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of the last batch, from which one chooses. They are kept and listed like all others
 * from the first moment; what is decided here is only which of them stay in sight.
 */
public final class CandidatesViewModel {

  private final PicturesViewModel pictures;
  private final TrashViewModel trash;
  private final ObservableList<Picture> all = FXCollections.observableArrayList();
  private final ObservableSet<Picture> accepted = FXCollections.observableSet();
  private final ReadOnlyIntegerWrapper coming = new ReadOnlyIntegerWrapper();
  private @Nullable UUID batch;

  CandidatesViewModel(PicturesViewModel pictures, TrashViewModel trash) {
    this.pictures = pictures;
    this.trash = trash;
    pictures
        .all()
        .addListener(
            (ListChangeListener<Picture>)
                change -> {
                  while (change.next()) {
                    all.removeAll(change.getRemoved());
                  }
                  settle();
                });
  }

  /** A job is being drawn; one of several pictures opens the strip for what will come. */
  void began(Job job) {
    if (job.pictures().size() > 1 && !job.id().equals(batch)) {
      clear();
      batch = job.id();
    }
    await(job);
  }

  /** A job that goes on after a pause, a failure or a restart has made some of its pictures. */
  private void await(Job job) {
    if (job.id().equals(batch)) {
      coming.set(job.state().ended() ? 0 : job.pictures().size() - job.done());
    }
  }

  /** A picture of the job is listed. */
  void came(Job job, Picture picture) {
    began(job);
    if (job.id().equals(batch)) {
      all.add(picture);
    }
  }

  /** The job has ended; perhaps with fewer pictures than were asked for. */
  void ended(Job job) {
    if (job.id().equals(batch)) {
      coming.set(0);
      settle();
    }
  }

  /** Keeps the picture and goes on to the next that is undecided. */
  public void accept(Picture picture) {
    if (!all.contains(picture)) {
      return;
    }
    accepted.add(picture);
    undecidedAfter(picture).ifPresent(next -> pictures.shown().set(next));
    settle();
  }

  /** Keeps them all. */
  public void acceptAll() {
    accepted.addAll(all);
    settle();
  }

  /** Keeps this one and those accepted before; the others go to the trash. */
  public void keepOnly(Picture picture) {
    accepted.add(picture);
    List<Picture> others = all.stream().filter(one -> !accepted.contains(one)).toList();
    pictures.shown().set(picture);
    trash.discard(others);
    settle();
  }

  /** Moves the picture to the trash and goes on to the next. */
  public void discard(Picture picture) {
    if (all.contains(picture) && pictures.shown().get() == picture) {
      undecidedAfter(picture)
          .or(() -> neighbour(picture))
          .ifPresent(next -> pictures.shown().set(next));
    }
    trash.discard(List.of(picture));
    settle();
  }

  private Optional<Picture> undecidedAfter(Picture picture) {
    int from = all.indexOf(picture);
    return IntStream.range(1, all.size())
        .mapToObj(step -> all.get((from + step) % all.size()))
        .filter(one -> !accepted.contains(one))
        .findFirst();
  }

  private Optional<Picture> neighbour(Picture picture) {
    int at = all.indexOf(picture);
    int next = at + 1 < all.size() ? at + 1 : at - 1;
    return next >= 0 ? Optional.of(all.get(next)) : Optional.empty();
  }

  /** Once all is decided and nothing more comes there is nothing left to choose from. */
  private void settle() {
    if (coming.get() == 0 && accepted.containsAll(all)) {
      clear();
    }
  }

  private void clear() {
    all.clear();
    accepted.clear();
    coming.set(0);
    batch = null;
  }

  /** Those of the batch that are there, in the order of their making. */
  public ObservableList<Picture> all() {
    return all;
  }

  /** Those of them that stay. */
  public ObservableSet<Picture> accepted() {
    return accepted;
  }

  /** How many are still to be made, the one that is being drawn among them. */
  public ReadOnlyIntegerProperty coming() {
    return coming.getReadOnlyProperty();
  }
}
