package io.github.easel.gallery;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What pictures must be like; all of it must be true, and what is empty asks for nothing.
 *
 * @param model the model's name, no matter the case: whole, or its beginning with {@code *} behind
 * @param sampler the sampler's name, likewise
 * @param width pixels, 0 for any
 * @param height pixels, 0 for any
 * @param from the first day
 * @param to the last day
 * @param leastStars 0 to 5
 * @param favourite whether only favourites
 * @param labels one of these colours; empty for any or none
 * @param board on this board
 * @param seed the seed
 * @param mask whether only pictures of which a part was painted anew
 * @param kinds one of these kinds; empty for any
 */
public record GalleryFilter(
    Optional<String> model,
    Optional<String> sampler,
    int width,
    int height,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    int leastStars,
    boolean favourite,
    Set<ColourLabel> labels,
    Optional<String> board,
    OptionalLong seed,
    boolean mask,
    Set<PictureKind> kinds) {

  /** Anything. */
  public static final GalleryFilter NONE =
      new GalleryFilter(
          Optional.empty(),
          Optional.empty(),
          0,
          0,
          Optional.empty(),
          Optional.empty(),
          0,
          false,
          Set.of(),
          Optional.empty(),
          OptionalLong.empty(),
          false,
          Set.of());

  public GalleryFilter {
    labels = Set.copyOf(labels);
    kinds = Set.copyOf(kinds);
  }
}
