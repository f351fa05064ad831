package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the thumbnails that are in sight, and forgets those that have not been for long. One is
 * read at a time; the last wanted comes first, since it is where the user looks. All of it belongs
 * to JavaFX's thread.
 */
final class Thumbnails {

  /** So many are held, seen or not: about 100 MB. */
  static final int MOST = 400;

  private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

  private final Workers workers;
  private final GalleryService service;
  private final Consumer<GalleryPicture> onGone;
  private final Deque<GalleryPicture> wanted = new ArrayDeque<>();
  private final Map<GalleryPicture, Boolean> held = new LinkedHashMap<>(16, 0.75f, true);
  private boolean reading;

  /**
   * @param onGone is told whose file is gone
   */
  Thumbnails(Workers workers, GalleryService service, Consumer<GalleryPicture> onGone) {
    this.workers = workers;
    this.service = service;
    this.onGone = onGone;
  }

  /** The picture has come into sight. */
  void want(GalleryPicture picture) {
    if (picture.needsThumbnail()) {
      wanted.remove(picture);
      wanted.push(picture);
      readNext();
    } else {
      held.computeIfPresent(picture, (seen, mark) -> mark); // it is of use again
    }
  }

  /** The picture is out of sight; if it is not read yet, it need not be. */
  void unwant(GalleryPicture picture) {
    wanted.remove(picture);
  }

  private void readNext() {
    GalleryPicture next = reading ? null : wanted.poll();
    if (next == null) {
      return;
    }
    Path file = next.file().orElse(null);
    if (file == null) {
      readNext();
      return;
    }
    reading = true;
    try {
      workers.gallery().execute(() -> read(next, file));
    } catch (RejectedExecutionException e) {
      LOG.debug("Nobody reads thumbnails any more: the window was closed");
    }
  }

  private void read(GalleryPicture picture, Path file) {
    try {
      Image small = Images.of(service.thumbnail(file));
      workers.window().execute(() -> have(picture, small));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.info("A picture of the gallery is passed over: {}", e.toString());
      boolean gone = !Files.exists(file);
      workers.window().execute(() -> lost(picture, gone));
    }
  }

  private void have(GalleryPicture picture, Image small) {
    reading = false;
    picture.reduced(small);
    held.put(picture, true);
    Iterator<GalleryPicture> oldest = held.keySet().iterator();
    while (held.size() > MOST) {
      oldest.next().reduced(null);
      oldest.remove();
    }
    readNext();
  }

  /** What has a file may be read the next time that it comes into sight. */
  private void lost(GalleryPicture picture, boolean gone) {
    reading = false;
    picture.unreadable();
    if (gone) {
      onGone.accept(picture);
    }
    readNext();
  }
}
