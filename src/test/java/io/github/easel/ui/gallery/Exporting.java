package io.github.easel.ui.gallery;

import io.github.easel.app.gallery.ExportPlan.Form;
import java.nio.file.Path;
import java.util.Locale;

/** Begins exports without the system's dialogs, which tests have none of. */
public final class Exporting {

  private Exporting() {}

  /** Exports what is chosen. Call it on JavaFX's thread. */
  public static void begin(GalleryViewModel gallery, Form form, Path to) {
    gallery.exports().export(form, gallery.selection().ids(), to, Locale.ENGLISH);
  }

  /** Exports all that is listed, likewise. */
  public static void all(GalleryViewModel gallery, Form form, Path to) {
    gallery.selection().all();
    begin(gallery, form, to);
  }

  /** Whether one runs. */
  public static boolean runs(GalleryViewModel gallery) {
    return gallery.exports().progress().get() != null;
  }
}
