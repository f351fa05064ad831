package io.github.easel.ui.lineage;

import io.github.easel.app.GalleryService;
import io.github.easel.app.LookService;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for pictures that look like one. Belongs to JavaFX's thread. */
public final class Likes {

  /** So many are shown. */
  static final int MOST = 200;

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer asked;
  private GalleryService gallery = GalleryService.NONE;

  /**
   * @param onFailure is told why there is no answer
   */
  public Likes(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
    asked = new LatestAnswer(workers);
  }

  /** From now on that collection is asked. */
  public void open(GalleryService opened) {
    gallery = opened;
  }

  /**
   * Asks for the pictures nearest in look to one.
   *
   * @param file where it is kept, if it is
   * @param pixels the picture, for when it was not looked at yet
   * @param found is given them, nearest first; none if no model can compare
   */
  public void like(Optional<Path> file, PixelImage pixels, Consumer<List<Nearness>> found) {
    GalleryService from = gallery;
    asked.ask(workers.aside(), () -> nearest(from, file, pixels), found, onFailure);
  }

  private static List<Nearness> nearest(
      GalleryService gallery, Optional<Path> file, PixelImage pixels) {
    LookService looks = gallery.looks();
    Cancellation never = new Cancellation();
    Optional<Long> known = file.flatMap(gallery::item).map(GalleryItem::id);
    List<Nearness> near = known.map(id -> looks.like(id, MOST, never)).orElse(List.of());
    if (!near.isEmpty()) {
      return near;
    }
    return looks.like(pixels, MOST, never).stream()
        .filter(one -> known.filter(id -> id == one.id()).isEmpty())
        .toList();
  }
}
