package io.github.easel.app.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.GalleryService.Counting;
import io.github.easel.app.PictureStore;
import io.github.easel.app.SettingsService;
import io.github.easel.generation.Cancellation;

/**
 * Takes pictures out of the collection. What is written appears under its name only once all of it
 * is there; a picture that cannot be read is left out and told, as long as there is another.
 */
public final class GalleryExport {

  private final GalleryService gallery;
  private final PictureStore pictures;
  private final SettingsService settings;

  /**
   * @param gallery makes thumbnails
   * @param pictures reads pixels
   * @param settings reads how pictures were made
   */
  public GalleryExport(GalleryService gallery, PictureStore pictures, SettingsService settings) {
    this.gallery = gallery;
    this.pictures = pictures;
    this.settings = settings;
  }

  /**
   * Exports; takes its time, so not on the window's thread.
   *
   * @param progress is told of every picture
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}: of a copy the files
   *     that were finished stay, of anything else nothing; {@code FILE_UNWRITABLE}, for one because
   *     the folder of a page holds something; {@code FILE_UNREADABLE} if no picture could be read
   */
  public ExportOutcome export(ExportPlan plan, Cancellation cancellation, Counting progress) {
    ExportSteps steps = new ExportSteps(plan.items().size(), cancellation, progress);
    return switch (plan.form()) {
      case COPY -> new CopyExport(pictures).run(plan, steps);
      case SHEET -> new SheetExport(gallery).run(plan, steps);
      case ZIP -> new ZipExport(pictures, settings).run(plan, steps);
      case HTML -> new HtmlExport(gallery, pictures).run(plan, steps);
    };
  }
}
