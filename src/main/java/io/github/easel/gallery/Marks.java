package io.github.easel.gallery;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an artist noted of a picture. Marks belong to the picture, not to its place: they follow the
 * file when it is moved, renamed, or discarded and brought back.
 *
 * @param stars 0 (none given) to {@value #MOST_STARS}
 * @param favourite whether it is one of the favourites
 * @param label its colour, if it has one
 * @param boards the names of the boards that it lies on; none is blank
 */
public record Marks(
    int stars, boolean favourite, Optional<ColourLabel> label, SortedSet<String> boards) {

  public static final int MOST_STARS = 5;

  /** Nothing noted. */
  public static final Marks NONE = new Marks(0, false, Optional.empty(), new TreeSet<>());

  public Marks {
    if (stars < 0 || stars > MOST_STARS) {
      throw new IllegalArgumentException("stars are 0 to " + MOST_STARS + ", not " + stars);
    }
    if (boards.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a board needs a name");
    }
    boards = Collections.unmodifiableSortedSet(new TreeSet<>(boards));
  }

  /** The same with other stars. */
  public Marks withStars(int other) {
    return new Marks(other, favourite, label, boards);
  }

  /** The same as a favourite, or not. */
  public Marks withFavourite(boolean other) {
    return new Marks(stars, other, label, boards);
  }

  /** The same with another colour, or none. */
  public Marks withLabel(Optional<ColourLabel> other) {
    return new Marks(stars, favourite, other, boards);
  }

  /** The same on another board too. */
  public Marks on(String board) {
    SortedSet<String> more = new TreeSet<>(boards);
    more.add(board);
    return new Marks(stars, favourite, label, more);
  }

  /** The same without that board. */
  public Marks off(String board) {
    SortedSet<String> fewer = new TreeSet<>(boards);
    fewer.remove(board);
    return new Marks(stars, favourite, label, fewer);
  }
}
