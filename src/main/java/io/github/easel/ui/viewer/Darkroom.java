package io.github.easel.ui.viewer;

import io.github.easel.ui.Workers;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes images off the window's thread. Only the last that was wanted is delivered, and those
 * before it are not even begun if their turn had not come.
 */
final class Darkroom {

  private static final Logger LOG = LoggerFactory.getLogger(Darkroom.class);

  private final Workers workers;
  private volatile @Nullable Object wanted;

  Darkroom(Workers workers) {
    this.workers = workers;
  }

  /** Makes the image and hands it over on the window's thread, unless another is wanted by then. */
  void develop(Supplier<Image> making, Consumer<Image> receiver) {
    Object order = new Object();
    wanted = order;
    workers.aside().execute(() -> make(order, making, receiver));
  }

  /** Nothing is wanted any more. */
  void cancel() {
    wanted = null;
  }

  private void make(Object order, Supplier<Image> making, Consumer<Image> receiver) {
    if (order != wanted) {
      return;
    }
    try {
      Image image = making.get();
      workers
          .window()
          .execute(
              () -> {
                if (order == wanted) {
                  receiver.accept(image);
                }
              });
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("A picture cannot be drawn", e); // what is shown goes on being shown
    }
  }
}
