package io.github.easel.ui.gallery;

import java.util.List;

/** What a gallery lists, for tests of windows. On JavaFX's thread. */
public final class Listed {

  private Listed() {}

  /** The number of the picture at that place. */
  public static long id(GalleryViewModel gallery, int place) {
    return gallery.listing().get().id(place);
  }

  /** The numbers of all that are chosen, in order. */
  public static List<Long> chosen(GalleryViewModel gallery) {
    return gallery.selection().ids();
  }
}
