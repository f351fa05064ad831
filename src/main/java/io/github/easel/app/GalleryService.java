package io.github.easel.app;

import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Marks;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All pictures ever made: found, marked, discarded and brought back. Thread-safe; every question
 * reads a database or files, so ask it off the window's thread.
 */
public interface GalleryService extends AutoCloseable {

  /** Where nothing is kept. */
  GalleryService NONE = new EmptyGallery();

  /**
   * What is told about the collection, on any thread.
   *
   * <p>{@link #changed} comes seldom (gathered for a moment), also when another Easel or another
   * program changed something.
   */
  interface Listener {

    /** Pictures came, went or were marked: ask again. */
    void changed();

    /**
     * Files are being read into the index, or pictures looked at for the search by meaning.
     *
     * @param done so many of them
     * @param all of so many; equal to done at the end
     */
    default void reading(Activity activity, int done, int all) {}
  }

  /** What goes on in the background. */
  enum Activity {
    FILES,
    LOOKS
  }

  /** Begins to keep the index true in the background; until then only what it knows is found. */
  void start();

  /** Tells that listener from now on; it is held strongly until the service is closed. */
  void listen(Listener listener);

  /**
   * The pictures that are as the query says.
   *
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}
   */
  Found find(GalleryQuery query, Cancellation cancellation);

  /** What is known of these pictures, in this order; those that are gone by now are left out. */
  List<GalleryItem> items(List<Long> ids);

  /** What is known of the picture in that file. */
  Optional<GalleryItem> item(Path file);

  /** Takes a file in at once that has just been written, without waiting to notice it. */
  void kept(Path file);

  /**
   * The picture made small: its longer side has at most {@value #THUMBNAIL} pixels. Kept for the
   * next time.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}, for one because
   *     it is gone; {@code OUT_OF_MEMORY}
   */
  PixelImage thumbnail(Path file);

  /** The longer side of a thumbnail in pixels. */
  int THUMBNAIL = 256;

  /**
   * Changes the marks of pictures; on the disk when this returns.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  void mark(Collection<Long> ids, UnaryOperator<Marks> change);

  /** The boards and how many pictures lie on each (those in the trash do not count), by name. */
  Map<String, Integer> boards();

  /** Makes a board, empty at first; nothing happens if there is one of that name. */
  void makeBoard(String name);

  /** Gives a board another name; with the name of another board the two become one. */
  void renameBoard(String name, String other);

  /** Takes a board away, its pictures stay. */
  void deleteBoard(String name);

  /** The names of models, most used first, for a filter to choose from. */
  List<String> models();

  /** The names of samplers, most used first. */
  List<String> samplers();

  /**
   * Moves pictures to the trash within the collection and returns those that were moved.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE} if none could be
   */
  List<GalleryItem> discard(List<Long> ids);

  /** Brings discarded pictures back to where they were, with all their marks; likewise. */
  List<GalleryItem> restore(List<Long> ids);

  /**
   * Empties the trash into the system's own where there is one, else deletes for good.
   *
   * @return how many pictures
   */
  int emptyTrash(Cancellation cancellation);

  /** Whether emptying moves pictures to the system's trash, from which they can be taken back. */
  boolean hasSystemTrash();

  /** By meaning, by look, and where pictures come from. */
  LookService looks();

  /**
   * Looks at the pictures that were not looked at yet, so that a search by look misses none. Waits
   * until it is done; what was done stays where it is cancelled. Tells nothing if there are none.
   *
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}; {@code MODEL_...} if
   *     the towers cannot be used
   */
  void lookAtAll(Cancellation cancellation, Counting progress);

  /**
   * Builds the index anew from the files; marks are kept. Waits until it is done.
   *
   * @return how many pictures it holds
   */
  int rebuild(Cancellation cancellation, Counting progress);

  /**
   * Copies the pictures of a folder and of those below it into the collection, with the settings of
   * whichever program made them; what is there already is passed over. Waits until it is done.
   */
  ImportReport importFolder(Path folder, Cancellation cancellation, Counting progress);

  /** Is told how far it is. */
  interface Counting {

    /** So many of so many; 0 while that is unknown. */
    void on(int done, int all);
  }

  /**
   * What came of an import.
   *
   * @param copied new pictures
   * @param known those that were there already
   * @param refused files that could not be read or copied, and why
   * @param withoutSettings how many of the new ones do not tell how they were made
   */
  record ImportReport(int copied, int known, Map<Path, String> refused, int withoutSettings) {

    public ImportReport {
      refused = Map.copyOf(refused);
    }
  }

  @Override
  void close();
}
