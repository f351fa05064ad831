package io.github.easel.app.grid;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One axis of a grid.
 *
 * @param field what its values change
 * @param source the values as they were typed
 * @param values the values one by one, ranges spread out and random seeds drawn
 */
public record GridAxis(GridField field, String source, List<String> values) {

  /** Stands for a seed that is drawn once. */
  private static final String RANDOM_SEED = "-1";

  private static final long SEEDS = 1L << 32;

  public GridAxis {
    values = List.copyOf(values);
  }

  /**
   * Reads {@code field=values}, for example {@code steps=8,12,20} or {@code guidance=1-9 (+2)};
   * docs/grids.md has the grammar.
   *
   * @throws GridProblem with what cannot be understood
   */
  public static GridAxis parse(String text) {
    int sign = text.indexOf('=');
    if (sign < 0) {
      throw new GridProblem(GridProblem.Kind.NO_AXIS, text);
    }
    String name = text.substring(0, sign).strip();
    GridField field =
        GridField.find(name)
            .orElseThrow(() -> new GridProblem(GridProblem.Kind.UNKNOWN_FIELD, name, fieldNames()));
    String source = text.substring(sign + 1).strip();
    List<String> values = GridValues.read(field, source);
    return new GridAxis(field, source, prepared(field, values));
  }

  private static String fieldNames() {
    return Arrays.stream(GridField.values()).map(GridField::key).collect(Collectors.joining(", "));
  }

  private static List<String> prepared(GridField field, List<String> values) {
    return switch (field) {
      case SEED, VARIATION_SEED ->
          values.stream().map(value -> value.equals(RANDOM_SEED) ? drawn() : value).toList();
      case PROMPT_ORDER -> orders(values);
      default -> values;
    };
  }

  private static String drawn() {
    return Long.toString(new SecureRandom().nextLong(SEEDS));
  }

  /** Every order of the words, each as a list that {@link GridValues#split} takes apart. */
  private static List<String> orders(List<String> words) {
    long count = 1;
    for (int i = 2; i <= words.size() && count <= GridValues.MOST; i++) {
      count *= i;
    }
    if (count > GridValues.MOST) {
      throw new GridProblem(
          GridProblem.Kind.TOO_MANY_VALUES,
          GridField.PROMPT_ORDER.key(),
          words.size() + "!",
          Integer.toString(GridValues.MOST));
    }
    List<String> orders = new ArrayList<>();
    extend(new ArrayList<>(), words, orders);
    return orders;
  }

  private static void extend(List<String> begun, List<String> left, List<String> orders) {
    if (left.isEmpty()) {
      orders.add(begun.stream().map(GridValues::quote).collect(Collectors.joining(", ")));
    }
    for (int i = 0; i < left.size(); i++) {
      List<String> next = new ArrayList<>(begun);
      next.add(left.get(i));
      List<String> rest = new ArrayList<>(left);
      rest.remove(i);
      extend(next, rest, orders);
    }
  }

  /** Whether seeds were drawn, so that {@link #source} does not tell them. */
  boolean drawsSeeds() {
    return (field == GridField.SEED || field == GridField.VARIATION_SEED)
        && GridValues.split(source).contains(RANDOM_SEED);
  }
}
