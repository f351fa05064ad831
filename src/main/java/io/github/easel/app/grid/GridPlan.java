package io.github.easel.app.grid;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A grid: a request, and what each axis changes in it. An axis that is not there has one place.
 *
 * @param base the request that the axes change, x first, then y, then z
 * @param x the columns
 * @param y the rows
 * @param z the pages
 */
public record GridPlan(
    GenerationRequest base, Optional<GridAxis> x, Optional<GridAxis> y, Optional<GridAxis> z) {

  /** More pictures than one job should be. */
  private static final int MOST_PICTURES = 10_000;

  /**
   * Checks that the axes change different things. Variation strengths without a variation seed take
   * the seed's neighbour for it.
   *
   * @throws GridProblem if two axes change the same, or variation seeds have no strength
   */
  public GridPlan {
    Set<GridField> seen = new HashSet<>();
    for (Optional<GridAxis> axis : List.of(x, y, z)) {
      if (axis.isPresent() && !seen.add(axis.get().field()) && !axis.get().field().repeatable()) {
        throw new GridProblem(GridProblem.Kind.TWICE, axis.get().field().key());
      }
    }
    Seeding seeding = base.seeding();
    if (seen.contains(GridField.VARIATION_STRENGTH)) {
      if (seeding.variation().isEmpty()) {
        Variation neighbour = new Variation(seeding.seed() ^ 1, 0);
        base = base.withSeeding(seeding.withVariation(Optional.of(neighbour)));
      }
    } else if (seen.contains(GridField.VARIATION_SEED)
        && seeding.variation().filter(Variation::acts).isEmpty()) {
      throw new GridProblem(GridProblem.Kind.NO_STRENGTH);
    }
  }

  int columns() {
    return length(x);
  }

  int rows() {
    return length(y);
  }

  int pages() {
    return length(z);
  }

  private static int length(Optional<GridAxis> axis) {
    return axis.map(GridAxis::values).map(List::size).orElse(1);
  }

  /** The axes that there are, x first. */
  public List<GridAxis> axes() {
    return Stream.of(x, y, z).flatMap(Optional::stream).toList();
  }

  /** The models that pictures are made with, in order. */
  public List<String> models() {
    return axes().stream()
        .filter(axis -> axis.field() == GridField.MODEL)
        .findFirst()
        .map(GridAxis::values)
        .orElse(List.of(base.model()));
  }

  /** Whether an axis changes the field. */
  boolean changes(GridField field) {
    return axes().stream().anyMatch(axis -> axis.field() == field);
  }

  /**
   * All pictures in reading order: page by page, row by row.
   *
   * @throws GridProblem if a value is unknown or out of range, or there are too many pictures
   */
  public List<GridCell> cells() {
    long pictures = (long) columns() * rows() * pages();
    if (pictures > MOST_PICTURES) {
      throw new GridProblem(
          GridProblem.Kind.TOO_MANY_PICTURES,
          Long.toString(pictures),
          Integer.toString(MOST_PICTURES));
    }
    List<GridCell> cells = new ArrayList<>();
    for (int page = 0; page < pages(); page++) {
      for (int row = 0; row < rows(); row++) {
        for (int column = 0; column < columns(); column++) {
          GenerationRequest request = changed(base, x, column);
          request = changed(changed(request, y, row), z, page);
          cells.add(new GridCell(column, row, page, cells.size() + 1, request));
        }
      }
    }
    return cells;
  }

  private static GenerationRequest changed(
      GenerationRequest request, Optional<GridAxis> axis, int place) {
    return axis.map(some -> GridChange.apply(request, some, some.values().get(place)))
        .orElse(request);
  }
}
