package io.github.easel.ui.viewer;

import io.github.easel.app.PictureTrash;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Takes pictures out of sight and puts them back. A file is only ever moved to Easel's own trash,
 * never deleted.
 */
public final class TrashViewModel {

  /** One that was taken out of sight, where it stood in the list, and where its file was. */
  private static final class Entry {
    private final Picture picture;
    private final int index;
    private @Nullable Path file;

    Entry(Picture picture, int index) {
      this.picture = picture;
      this.index = index;
    }
  }

  private final PicturesViewModel pictures;
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private List<Entry> entries = List.of();
  private @Nullable PictureTrash trash;

  /** Puts back what others took out of sight together with the entries. */
  private Runnable others = () -> {};

  TrashViewModel(PicturesViewModel pictures) {
    this.pictures = pictures;
  }

  void open(PictureTrash opened) {
    trash = opened;
  }

  /** Takes the pictures out of sight at once; their files are moved as soon as they are written. */
  public void discard(List<Picture> unwanted) {
    PictureTrash into = trash;
    if (into == null) {
      return;
    }
    List<Entry> taken = entries(unwanted);
    if (taken.isEmpty()) {
      return;
    }
    forget();
    entries = taken;
    taken.forEach(entry -> pictures.remove(entry.picture));
    pictures.afterFiles(() -> taken.forEach(entry -> move(entry, into)));
    count.set(taken.size());
  }

  /**
   * Takes pictures out of sight whose files others move.
   *
   * @return puts them back
   */
  public Runnable takeOut(List<Picture> unwanted) {
    List<Entry> taken = entries(unwanted);
    taken.forEach(entry -> pictures.remove(entry.picture));
    return () -> taken.forEach(entry -> pictures.putBack(entry.picture, entry.index));
  }

  private List<Entry> entries(List<Picture> unwanted) {
    return unwanted.stream()
        .filter(pictures.all()::contains)
        .map(one -> new Entry(one, pictures.all().indexOf(one)))
        .sorted(Comparator.comparingInt(entry -> entry.index))
        .toList();
  }

  /**
   * Others have put pictures into the trash, together with what was discarded just now.
   *
   * @param more how many
   * @param undo puts them back
   */
  public void discardedToo(int more, Runnable undo) {
    others = undo;
    count.set(count.get() + more);
  }

  private void move(Entry entry, PictureTrash into) {
    Path file = entry.picture.file().get();
    if (file == null) {
      return; // it could not be kept, so there is nothing to move
    }
    pictures.onFiles(
        () -> {
          Path now = into.discard(file);
          pictures.later(
              () -> {
                entry.file = file;
                entry.picture.keptIn(now);
              });
        },
        () -> pictures.putBack(entry.picture, entry.index));
  }

  /** Puts back what was taken out of sight last, and shows it. */
  public void undo() {
    List<Entry> back = entries;
    PictureTrash from = trash;
    Runnable further = others;
    forget();
    further.run();
    if (from != null) {
      // twice, for the first lets the moves begin and the second lets them end
      pictures.afterFiles(
          () -> pictures.afterFiles(() -> back.forEach(entry -> restore(entry, from))));
    }
  }

  private void restore(Entry entry, PictureTrash from) {
    Path now = entry.picture.file().get();
    Path before = entry.file;
    if (now == null || before == null) {
      putBack(entry);
      return;
    }
    pictures.onFiles(
        () -> {
          Path restored = from.restore(now, before);
          pictures.later(
              () -> {
                entry.picture.keptIn(restored);
                putBack(entry);
              });
        },
        () -> {});
  }

  private void putBack(Entry entry) {
    pictures.putBack(entry.picture, entry.index);
    pictures.shown().set(entry.picture);
  }

  /** Undo is offered no longer. */
  public void forget() {
    entries = List.of();
    others = () -> {};
    count.set(0);
  }

  /** How many pictures undo would put back. */
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }
}
