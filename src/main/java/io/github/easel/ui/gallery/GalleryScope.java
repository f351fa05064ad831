package io.github.easel.ui.gallery;

import io.github.easel.gallery.GalleryFilter;
import io.github.easel.gallery.GalleryQuery;
import java.util.Optional;

/**
 * Which part of the collection one looks at.
 *
 * @param board the name of a board, empty for the other parts
 */
public record GalleryScope(Kind kind, String board) {

  /** What it is. */
  public enum Kind {
    ALL,
    FAVOURITES,
    BOARD,
    TRASH
  }

  public static final GalleryScope ALL = new GalleryScope(Kind.ALL, "");
  public static final GalleryScope FAVOURITES = new GalleryScope(Kind.FAVOURITES, "");
  public static final GalleryScope TRASH = new GalleryScope(Kind.TRASH, "");

  /** The pictures on a board. */
  public static GalleryScope board(String name) {
    return new GalleryScope(Kind.BOARD, name);
  }

  /** The query, within this part; a board that the query names counts before this one. */
  GalleryQuery within(GalleryQuery query) {
    GalleryFilter all = query.filter();
    boolean favourite = all.favourite() || kind == Kind.FAVOURITES;
    Optional<String> on =
        all.board().or(() -> kind == Kind.BOARD ? Optional.of(board) : Optional.empty());
    return query
        .withFilter(
            new GalleryFilter(
                all.model(),
                all.sampler(),
                all.width(),
                all.height(),
                all.from(),
                all.to(),
                all.leastStars(),
                favourite,
                all.labels(),
                on,
                all.seed(),
                all.mask(),
                all.kinds()))
        .amongDiscarded(kind == Kind.TRASH);
  }
}
