package io.github.easel.ui.viewer;

import io.github.easel.app.PictureStore;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of this session, and the files they are kept in. Only the picture that is shown
 * holds its pixels, so that a long session does not fill the memory; others are read back.
 */
public final class PicturesViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(PicturesViewModel.class);

  /** The longer side of a thumbnail in pixels: twice what it takes up, for dense screens. */
  static final int THUMBNAIL = 208;

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ObservableList<Picture> pictures = FXCollections.observableArrayList();
  private final ObjectProperty<Picture> shown = new SimpleObjectProperty<>();
  private @Nullable PictureStore store;

  /**
   * @param onFailure is told on the window's thread what could not be written or read
   */
  public PicturesViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
    shown.addListener((property, old, now) -> exchange(old, now));
  }

  /** Shows the picture and keeps it, from whichever thread and even if the window is closing. */
  public void add(GenerationResult result, PictureStore into) {
    Picture picture = new Picture(result);
    workers.window().execute(() -> show(picture, into));
    onFiles(() -> reduce(picture, result.image()), () -> {});
    onFiles(() -> keep(picture, result, into), picture::keepingFailed);
  }

  private void show(Picture picture, PictureStore into) {
    store = into;
    pictures.add(0, picture);
    shown.set(picture);
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

  /** Lists a picture of an earlier session behind all others. On the window's thread. */
  public Picture addKept(
      Path file, Provenance provenance, int width, int height, PictureStore from) {
    store = from;
    Picture picture = new Picture(file, provenance, width, height);
    pictures.add(picture);
    return picture;
  }

  private void exchange(@Nullable Picture old, @Nullable Picture now) {
    if (old != null) {
      release(old);
    }
    if (now != null) {
      withPixels(now, image -> holdIfShown(now, image));
    }
  }

  private void holdIfShown(Picture picture, PixelImage image) {
    if (picture == shown.get()) {
      picture.hold(image);
    }
  }

  /** Lets the pixels go if a file holds them and nobody looks at them. */
  private void release(Picture picture) {
    if (picture != shown.get() && picture.file().get() != null) {
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
    PictureStore from = Objects.requireNonNull(store, "pictures come with their store");
    onFiles(
        () -> {
          PixelImage read = from.read(file);
          workers.window().execute(() -> receiver.accept(read));
        },
        () -> {});
  }

  /** Writes the picture to a file of the user's choice. */
  public void saveAs(Picture picture, Path file) {
    PictureStore into = Objects.requireNonNull(store, "pictures come with their store");
    withPixels(picture, image -> onFiles(() -> into.write(picture.result(image), file), () -> {}));
  }

  /**
   * Does the task where files are written. Nothing that it throws may vanish, for then the window
   * would wait for ever.
   *
   * @param otherwise comes on the window's thread if the task failed
   */
  private void onFiles(Runnable task, Runnable otherwise) {
    workers
        .files()
        .execute(
            () -> {
              try {
                task.run();
              } catch (Throwable e) {
                LOG.error("Picture cannot be kept, written or read", e);
                GenerationException failure = GenerationException.of(e);
                workers
                    .window()
                    .execute(
                        () -> {
                          otherwise.run();
                          onFailure.accept(failure);
                        });
              }
            });
  }

  /** Newest first. */
  public ObservableList<Picture> all() {
    return pictures;
  }

  /** The picture on the canvas; null while there is none. */
  public ObjectProperty<Picture> shown() {
    return shown;
  }
}
