package io.github.easel.gallery;

/**
 * What to look for among all pictures.
 *
 * @param words to be found in prompts and file names: words (found by their beginnings), {@code
 *     "phrases"}, and {@code -words} or {@code -"phrases"} that must not occur; of any script, no
 *     matter the case; blank for all pictures
 * @param filter what the pictures must be like besides
 * @param order how they come
 * @param discarded whether to look in the trash, and only there
 */
public record GalleryQuery(String words, GalleryFilter filter, Order order, boolean discarded) {

  /** How pictures come. */
  public enum Order {
    NEWEST,
    OLDEST,
    /** Most stars first, and among equals the newest. */
    BEST,
    /** By file name. */
    NAME
  }

  /** All pictures, newest first. */
  public static final GalleryQuery ALL =
      new GalleryQuery("", GalleryFilter.NONE, Order.NEWEST, false);

  /** The same with other words. */
  public GalleryQuery withWords(String other) {
    return new GalleryQuery(other, filter, order, discarded);
  }

  /** The same with another filter. */
  public GalleryQuery withFilter(GalleryFilter other) {
    return new GalleryQuery(words, other, order, discarded);
  }

  /** The same in another order. */
  public GalleryQuery in(Order other) {
    return new GalleryQuery(words, filter, other, discarded);
  }

  /** The same among discarded pictures, or among the others. */
  public GalleryQuery amongDiscarded(boolean other) {
    return new GalleryQuery(words, filter, order, other);
  }
}
