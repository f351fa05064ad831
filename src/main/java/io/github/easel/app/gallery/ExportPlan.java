package io.github.easel.app.gallery;

import io.github.easel.gallery.GalleryItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What is to be exported, and how.
 *
 * @param form what becomes of the pictures
 * @param items the pictures, in their order; at least one
 * @param to where: a folder for {@link Form#COPY} and {@link Form#HTML}, else a file
 * @param settings whether the copies tell how they were made; if not, they hold pixels and nothing
 *     else, and their names and times tell nothing either
 * @param locale the language of what is written beside the pictures
 */
public record ExportPlan(
    Form form, List<GalleryItem> items, Path to, boolean settings, Locale locale) {

  /** What becomes of pictures. */
  public enum Form {
    /** Files in a folder that may hold others; no name is taken twice. */
    COPY,
    /** PNG files with small pictures in rows, numbered if one does not hold them all. */
    SHEET,
    /** An archive with the settings as texts and as JSON. */
    ZIP,
    /** A page in a new folder, for any browser and without a network. */
    HTML
  }

  public ExportPlan {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("nothing to export");
    }
  }
}
