package io.github.easel.ui.models;

import io.github.easel.app.GalleryService;
import io.github.easel.app.ModelCard;
import io.github.easel.app.Services;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryFilter;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a picture for each model: one beside its file, else the newest that it drew. */
final class ModelPictures {

  private static final Logger LOG = LoggerFactory.getLogger(ModelPictures.class);

  /** Twice the side of a card, for screens of fine pixels. */
  private static final int LONGEST = 400;

  private final Workers workers;
  private final Services services;

  ModelPictures(Workers workers, Services services) {
    this.workers = workers;
    this.services = services;
  }

  /** The model's picture will be there soon, if there is one. */
  void read(ShownModel model) {
    try {
      workers.gallery().execute(() -> find(model));
    } catch (RejectedExecutionException e) {
      LOG.debug("Nobody reads pictures any more: the window was closed");
    }
  }

  private void find(ShownModel model) {
    try {
      picture(model.card())
          .map(Images::of)
          .ifPresent(image -> workers.window().execute(() -> show(model, image)));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.info("{} has no picture: {}", model.card().name(), e.toString());
    }
  }

  private static void show(ShownModel model, Image image) {
    model.picture().set(image);
  }

  private Optional<PixelImage> picture(ModelCard card) {
    Optional<Path> beside = card.picture();
    if (beside.isPresent()) {
      return Optional.of(services.library().thumbnail(beside.get(), LONGEST));
    }
    return card.kind().isModel() ? drawn(card.name()) : Optional.empty();
  }

  private Optional<PixelImage> drawn(String model) {
    GalleryService gallery = services.gallery();
    GalleryFilter none = GalleryFilter.NONE;
    GalleryFilter filter =
        new GalleryFilter(
            Optional.of(model),
            none.sampler(),
            0,
            0,
            none.from(),
            none.to(),
            0,
            false,
            none.labels(),
            none.board(),
            none.seed(),
            false,
            none.kinds());
    Found found = gallery.find(GalleryQuery.ALL.withFilter(filter), new Cancellation());
    return found.size() == 0
        ? Optional.empty()
        : gallery.items(List.of(found.id(0))).stream()
            .findFirst()
            .map(GalleryItem::entry)
            .map(entry -> gallery.thumbnail(entry.file()));
  }
}
