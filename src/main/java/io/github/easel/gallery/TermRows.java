package io.github.easel.gallery;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts of which each is kept once, as a number: the names of models, samplers and towers. */
final class TermRows {

  /** The number of the empty text. */
  static final long NONE = 0;

  private TermRows() {}

  /** The text's number, a new one if need be. */
  static long id(IndexConnection connection, String text) throws SQLException {
    if (text.isEmpty()) {
      return NONE;
    }
    long known = find(connection, text);
    return known >= 0
        ? known
        : connection.number(
            NONE,
            "INSERT INTO term(text, folded) VALUES(?, ?) RETURNING id",
            text,
            WordFolding.folded(text));
  }

  /** The text's number, or -1 if it has none. */
  static long find(IndexConnection connection, String text) throws SQLException {
    return text.isEmpty()
        ? NONE
        : connection.number(-1, "SELECT id FROM term WHERE text = ?", text);
  }

  /**
   * The names in a column of the pictures that are not in the trash, most used first; of spellings
   * that differ in case only the one that is used most.
   */
  static List<String> mostUsed(IndexConnection connection, String column) throws SQLException {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    connection.each(
        "SELECT text, folded, n FROM (SELECT %1$s AS term, count(*) AS n FROM picture"
                .formatted(column)
            + " WHERE discarded = 0 GROUP BY "
            + column
            + ") JOIN term ON term.id = term ORDER BY n DESC, text",
        row -> {
          names.putIfAbsent(row.getString(2), row.getString(1));
          counts.merge(row.getString(2), row.getInt(3), Integer::sum);
        });
    List<String> folded = new ArrayList<>(counts.keySet());
    folded.sort((a, b) -> Integer.compare(counts.getOrDefault(b, 0), counts.getOrDefault(a, 0)));
    return folded.stream().map(key -> names.getOrDefault(key, key)).toList();
  }
}
