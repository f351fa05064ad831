package io.github.easel.ui.viewer;

import io.github.easel.app.PictureLibrary;
import io.github.easel.app.PictureLibrary.Made;
import io.github.easel.app.PictureStore;
import io.github.easel.settings.Session;
import io.github.easel.ui.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of the pictures is remembered from start to start: which one was looked at, which wait for a
 * decision, and where the last copy went. All of it belongs to the window's thread.
 */
public final class PictureMemory {

  private static final Logger LOG = LoggerFactory.getLogger(PictureMemory.class);

  private final Session last;
  private final Workers workers;
  private final PicturesViewModel pictures;
  private final ObservableValue<Path> shownFile;
  private final CandidatesViewModel candidates;
  private final CopiesViewModel copies;

  /**
   * @param last where the last start ended
   */
  public PictureMemory(Session last, Workers workers, ViewerViewModel viewer) {
    this.last = last;
    this.workers = workers;
    pictures = viewer.pictures();
    shownFile = pictures.shown().flatMap(Picture::file);
    candidates = viewer.candidates();
    candidates.expect(last.desk().undecided());
    copies = viewer.copies();
    Session.path(last.desk().savedIn()).ifPresent(copies.folder()::set);
  }

  /** Reads the undecided pictures of the last start, one by one. */
  public void open(PictureLibrary library, PictureStore store) {
    readNext(new ArrayDeque<>(candidates.expected()), library, store);
  }

  private void readNext(Queue<Path> files, PictureLibrary library, PictureStore store) {
    Path file = files.poll();
    if (file != null) {
      workers
          .files()
          .execute(
              () -> {
                Runnable outcome = read(file, library, store);
                workers
                    .window()
                    .execute(
                        () -> {
                          outcome.run();
                          readNext(files, library, store);
                        });
              });
    }
  }

  /** On the worker; what comes of it is done on the window's thread. */
  private Runnable read(Path file, PictureLibrary library, PictureStore store) {
    try {
      Optional<Made> made = Files.exists(file) ? library.made(file) : Optional.empty();
      if (made.isPresent()) {
        Image small = Images.of(library.thumbnail(file, PicturesViewModel.THUMBNAIL));
        return () -> found(file, made.get(), small, store);
      }
      LOG.info("{} is no longer there to be decided of", file);
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("An undecided picture cannot be read", e);
    }
    return () -> candidates.missed(file);
  }

  /** It may be the one that is looked at, and so be there already. */
  private void found(Path file, Made made, Image small, PictureStore store) {
    Picture picture = pictures.keptIn(file).orElseGet(() -> pictures.addKept(file, made, store));
    picture.reduced(small);
    candidates.found(file, picture);
  }

  /** The file of the picture that is looked at; before one is, that of the last start. */
  public String shown() {
    Picture shown = pictures.shown().get();
    if (shown == null) {
      return last.shown();
    }
    Path file = shownFile.getValue(); // only then the next change is told
    return file == null ? "" : file.toString();
  }

  /** What the next start should find on the desk. */
  public Session.Desk desk() {
    return new Session.Desk(candidates.left(), savedIn());
  }

  private String savedIn() {
    Path folder = copies.folder().get();
    return folder == null ? "" : folder.toString();
  }

  /** All that {@link #shown} and {@link #desk} depend on. */
  public Observable[] parts() {
    return Stream.of(shownFile, candidates.all(), pictures.undecided(), copies.folder())
        .toArray(Observable[]::new);
  }
}
