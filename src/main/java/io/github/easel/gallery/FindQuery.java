package io.github.easel.gallery;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database for the pictures that are as a query says. What its filter and order ask for
 * and what its words ask for are two questions, since SQLite cannot use an index for both: the
 * first gives an order, the second a set, and the pictures of the order that are in the set are the
 * answer.
 */
final class FindQuery {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private FindQuery() {}

  /** All pictures that the filter lets through, in the query's order; its words are left alone. */
  static Found filtered(IndexConnection connection, GalleryQuery query) throws SQLException {
    FindQuery parts = new FindQuery();
    parts.add("discarded = ?", query.discarded() ? 1 : 0);
    parts.add(query.filter());
    FoundList found = new FoundList();
    connection.each(
        "SELECT id, made FROM picture WHERE "
            + String.join(" AND ", parts.conditions)
            + " ORDER BY "
            + order(query.order()),
        row -> found.add(row.getLong(1), row.getLong(2)),
        parts.values.toArray());
    return found.toFound();
  }

  /** Those of the found that have the words, in their order. */
  static Found withWords(IndexConnection connection, Found all, QueryWords words)
      throws SQLException {
    if (words.isEmpty()) {
      return all;
    }
    boolean wanted = words.match().isPresent();
    String match = words.match().or(words::unmatch).orElseThrow();
    BitSet hits = new BitSet();
    // All numbers as one text: a call from Java for each row would take more than the search.
    connection.each(
        "SELECT group_concat(rowid) FROM words WHERE words MATCH ?",
        row -> addNumbers(row.getString(1), hits),
        match);
    return FoundList.of(all, id -> hits.get(Math.toIntExact(id)) == wanted);
  }

  private static void addNumbers(@Nullable String numbers, BitSet hits) {
    if (numbers == null) {
      return; // none at all
    }
    int number = 0;
    for (int i = 0; i < numbers.length(); i++) {
      char digit = numbers.charAt(i);
      if (digit == ',') {
        hits.set(number);
        number = 0;
      } else {
        number = Math.addExact(Math.multiplyExact(number, 10), digit - '0');
      }
    }
    hits.set(number);
  }

  /**
   * Of one second the one that was written last is the newest, in whatever order they were read.
   */
  private static String order(GalleryQuery.Order order) {
    return switch (order) {
      case NEWEST -> "made DESC, modified DESC, id DESC";
      case OLDEST -> "made, modified, id";
      case BEST -> "stars DESC, made DESC, modified DESC, id DESC";
      case NAME -> "name, made, modified, id";
    };
  }

  private void add(GalleryFilter filter) {
    filter.model().ifPresent(name -> addTerm("model", name));
    filter.sampler().ifPresent(name -> addTerm("sampler", name));
    if (filter.width() > 0) {
      add("width = ?", filter.width());
    }
    if (filter.height() > 0) {
      add("height = ?", filter.height());
    }
    filter.from().ifPresent(day -> add("made >= ?", seconds(day)));
    filter.to().ifPresent(day -> add("made < ?", seconds(day.plusDays(1))));
    if (filter.leastStars() > 0) {
      add("stars >= ?", filter.leastStars());
    }
    if (filter.favourite()) {
      add("favourite = ?", 1);
    }
    addOneOf("label", filter.labels());
    filter.board().ifPresent(name -> add("id IN (" + MarkRows.LYING + ")", name));
    if (filter.seed().isPresent()) {
      add("seed = ?", filter.seed().getAsLong());
    }
    if (filter.mask()) {
      add("kind = ?", PictureKind.FILLED.name());
    }
    addOneOf("kind", filter.kinds());
  }

  private void addTerm(String column, String name) {
    String folded = WordFolding.folded(name);
    if (folded.endsWith("*")) {
      String begun = folded.substring(0, folded.length() - 1);
      add(
          column + " IN (SELECT id FROM term WHERE substr(folded, 1, ?) = ?)",
          begun.codePointCount(0, begun.length()),
          begun);
    } else {
      add(column + " IN (SELECT id FROM term WHERE folded = ?)", folded);
    }
  }

  private void addOneOf(String column, Collection<? extends Enum<?>> wanted) {
    if (!wanted.isEmpty()) {
      String places = wanted.stream().map(one -> "?").collect(Collectors.joining(", "));
      add(column + " IN (" + places + ")", wanted.stream().map(Enum::name).toArray());
    }
  }

  private void add(String condition, Object... filling) {
    conditions.add(condition);
    values.addAll(Arrays.asList(filling));
  }

  private static long seconds(LocalDate day) {
    return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }
}
