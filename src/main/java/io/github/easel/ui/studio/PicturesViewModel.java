package io.github.easel.ui.studio;

import io.github.easel.app.PictureStore;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of this session, and the files they are kept in. */
public final class PicturesViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(PicturesViewModel.class);

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ObservableList<Picture> pictures = FXCollections.observableArrayList();
  private final ObjectProperty<Picture> shown = new SimpleObjectProperty<>();
  private final ObjectProperty<PictureStore> store = new SimpleObjectProperty<>();

  /**
   * @param onFailure is told on the window's thread what could not be written
   */
  PicturesViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
  }

  /** Shows the picture and keeps it, from whichever thread and even if the window is closing. */
  void add(GenerationResult result, PictureStore into) {
    Picture picture = new Picture(result);
    workers.window().execute(() -> show(picture, into));
    write(
        () -> {
          Path file = into.keep(result);
          workers.window().execute(() -> picture.keptIn(file));
        });
  }

  private void show(Picture picture, PictureStore into) {
    store.set(into);
    pictures.add(0, picture);
    shown.set(picture);
  }

  /** Writes the picture to a file of the user's choice. */
  public void saveAs(Picture picture, Path file) {
    PictureStore into = store.get();
    write(() -> into.write(picture.result(), file));
  }

  private void write(Runnable task) {
    workers
        .files()
        .execute(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                LOG.error("Picture cannot be written", e);
                GenerationException failure = Failures.of(e);
                workers.window().execute(() -> onFailure.accept(failure));
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
