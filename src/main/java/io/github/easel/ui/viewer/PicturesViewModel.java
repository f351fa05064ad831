package io.github.easel.ui.viewer;

import io.github.easel.app.ExportWish;
import io.github.easel.app.PictureLibrary;
import io.github.easel.app.PictureStore;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures at hand, and the files they are kept in. Only pictures that are looked at hold their
 * pixels, so that a long session does not fill the memory; others are read back.
 */
public final class PicturesViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(PicturesViewModel.class);

  /** The longer side of a thumbnail in pixels: twice what it takes up, for dense screens. */
  static final int THUMBNAIL = 208;

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private BiConsumer<Picture, GenerationException> onUnwritten;
  private BiConsumer<Picture, GenerationException> onUnkept;
  private final ObservableList<Picture> pictures = FXCollections.observableArrayList();
  private final ObservableSet<Picture> undecided = FXCollections.observableSet();
  private final ObjectProperty<Picture> shown = new SimpleObjectProperty<>();
  private final ObjectProperty<Picture> compared = new SimpleObjectProperty<>();
  private final BooleanProperty following = new SimpleBooleanProperty(true);

  /**
   * @param onFailure is told on the window's thread what could not be written or read
   */
  public PicturesViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
    onUnwritten = (picture, reason) -> onFailure.accept(reason);
    onUnkept = onUnwritten;
    shown.addListener((property, old, now) -> exchange(old, now));
    compared.addListener((property, old, now) -> exchange(old, now));
  }

  /**
   * From now on this, and not what all failures are told to, is told on the window's thread which
   * picture could not be saved, and why.
   */
  public void onUnwritten(BiConsumer<Picture, GenerationException> told) {
    onUnwritten = told;
  }

  /** Likewise, which picture could not be kept. */
  public void onUnkept(BiConsumer<Picture, GenerationException> told) {
    onUnkept = told;
  }

  /** Keeps the picture and lists it, from whichever thread and even if the window is closing. */
  public void add(GenerationResult result, PictureStore into) {
    add(result, into, Optional.empty(), picture -> {});
  }

  /**
   * Likewise.
   *
   * @param job the id of the job that made it
   * @param listed is told on the window's thread when it is in the list, before it is shown
   */
  void add(
      GenerationResult result, PictureStore into, Optional<UUID> job, Consumer<Picture> listed) {
    Picture picture = new Picture(result, into, job);
    workers.window().execute(() -> list(picture, listed));
    onFiles(() -> reduce(picture, result.image()), () -> {});
    keepSoon(picture, result, into);
  }

  private void keepSoon(Picture picture, GenerationResult result, PictureStore into) {
    onFiles(
        () -> keep(picture, result, into),
        reason -> {
          picture.keepingFailed(true);
          onUnkept.accept(picture, reason);
        });
  }

  /** Tries again to keep the pictures of which that failed. */
  public void keepAgain() {
    for (Picture picture : List.copyOf(pictures)) {
      PixelImage image = picture.pixels().get();
      if (picture.unkept().get() && image != null) {
        picture.keepingFailed(false);
        keepSoon(picture, picture.result(image), picture.store());
      }
    }
  }

  private void list(Picture picture, Consumer<Picture> listed) {
    pictures.add(0, picture);
    listed.accept(picture);
    if (following.get() || shown.get() == null) {
      shown.set(picture);
    } else {
      release(picture);
    }
  }

  private void reduce(Picture picture, PixelImage image) {
    Image small = Images.reduced(image, THUMBNAIL);
    workers.window().execute(() -> picture.reduced(small));
  }

  private void keep(Picture picture, GenerationResult result, PictureStore into) {
    Path file = into.keep(result);
    workers
        .window()
        .execute(
            () -> {
              picture.keptIn(file);
              release(picture);
            });
  }

  /**
   * Lists a picture of an earlier session behind all others: call it with the newest first. Its
   * thumbnail is made when it is first looked at. On the window's thread.
   *
   * @param store reads the file
   */
  public Picture addKept(Path file, PictureLibrary.Made made, PictureStore store) {
    ImageSize size = made.provenance().request().size();
    return addKept(file, made, store, size.width(), size.height());
  }

  /**
   * Likewise one of another program, whose size may be another than the one that was asked for.
   *
   * @param width pixels
   * @param height pixels
   */
  public Picture addKept(
      Path file, PictureLibrary.Made made, PictureStore store, int width, int height) {
    Picture picture = new Picture(file, made, store, width, height);
    pictures.add(picture);
    return picture;
  }

  /** The picture of that file, if it is at hand. */
  public Optional<Picture> keptIn(Path file) {
    return pictures.stream().filter(one -> file.equals(one.file().get())).findFirst();
  }

  private void exchange(@Nullable Picture old, @Nullable Picture now) {
    if (old != null) {
      release(old);
    }
    if (now != null) {
      whileOpen(() -> withPixels(now, image -> holdIfLookedAt(now, image)));
    }
  }

  private boolean lookedAt(Picture picture) {
    return picture == shown.get() || picture == compared.get();
  }

  private void holdIfLookedAt(Picture picture, PixelImage image) {
    if (lookedAt(picture)) {
      picture.hold(image);
      if (picture.thumbnail().get() == null && picture.isEarlier()) {
        whileOpen(() -> onFiles(() -> reduce(picture, image), () -> {}));
      }
    }
  }

  /** What is only looked at need not be, once the window is closed and reads no files any more. */
  private static void whileOpen(Runnable looking) {
    try {
      looking.run();
    } catch (RejectedExecutionException e) {
      LOG.debug("The window was closed before a picture was looked at");
    }
  }

  /** Lets the pixels go if a file holds them and nobody looks at them. */
  private void release(Picture picture) {
    if (!lookedAt(picture) && picture.file().get() != null) {
      picture.hold(null);
    }
  }

  /**
   * Gives the picture's pixels to the receiver on the window's thread: at once if they are held,
   * else when they have been read back. If they cannot be, the failure is told instead.
   */
  public void withPixels(Picture picture, Consumer<PixelImage> receiver) {
    PixelImage held = picture.pixels().get();
    if (held != null) {
      receiver.accept(held);
      return;
    }
    Path file = picture.file().get();
    onFiles(
        () -> {
          PixelImage read = picture.store().read(file);
          workers.window().execute(() -> receiver.accept(read));
        },
        () -> {});
  }

  /**
   * Writes a copy of the picture to a file of the user's choice; its ending says of what kind.
   *
   * @param saved comes on the window's thread once it is written
   */
  public void saveAs(Picture picture, Path file, ExportWish wish, Runnable saved) {
    withPixels(
        picture,
        image ->
            onFiles(
                () -> {
                  picture.store().export(picture.result(image), file, wish);
                  later(saved);
                },
                reason -> onUnwritten.accept(picture, reason)));
  }

  /**
   * Does the task where files are written. Nothing that it throws may vanish, for then the window
   * would wait for ever.
   *
   * @param otherwise comes on the window's thread if the task failed
   */
  void onFiles(Runnable task, Runnable otherwise) {
    onFiles(
        task,
        reason -> {
          otherwise.run();
          onFailure.accept(reason);
        });
  }

  private void onFiles(Runnable task, Consumer<GenerationException> otherwise) {
    workers
        .files()
        .execute(
            () -> {
              try {
                task.run();
              } catch (Throwable e) {
                LOG.error("Picture cannot be kept, written or read", e);
                GenerationException failure = GenerationException.of(e);
                workers.window().execute(() -> otherwise.accept(failure));
              }
            });
  }

  /** Does it on the window's thread when all that is to be written and read by now has been. */
  void afterFiles(Runnable then) {
    workers.files().execute(() -> later(then));
  }

  /** Does it on the window's thread, soon. */
  void later(Runnable then) {
    workers.window().execute(then);
  }

  /** Takes the picture out of the list and shows the one that came behind it, if it was shown. */
  void remove(Picture picture) {
    int index = pictures.indexOf(picture);
    if (index < 0) {
      return;
    }
    if (shown.get() == picture) {
      int next = index + 1 < pictures.size() ? index + 1 : index - 1;
      shown.set(next < 0 ? null : pictures.get(next));
    }
    pictures.remove(index);
  }

  /** Takes the picture of that file out of the list: the file lies elsewhere now. */
  public void forget(Path file) {
    keptIn(file).ifPresent(this::remove);
  }

  /** Puts a picture back into the list at that index, or at its end. */
  void putBack(Picture picture, int index) {
    if (!pictures.contains(picture)) {
      pictures.add(Math.min(index, pictures.size()), picture);
    }
  }

  /** Newest first. */
  public ObservableList<Picture> all() {
    return pictures;
  }

  /** Those of them that were made in a batch and neither kept nor discarded by the user yet. */
  public ObservableSet<Picture> undecided() {
    return undecided;
  }

  /** The picture that is chosen; null while there is none. */
  public ObjectProperty<Picture> shown() {
    return shown;
  }

  /** Another picture that is looked at beside it; null for none. */
  ObjectProperty<Picture> compared() {
    return compared;
  }

  /** Whether a new picture is shown as soon as it comes. */
  BooleanProperty following() {
    return following;
  }
}
