package io.github.easel.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Marks and boards in the index, copied from the journal that keeps them. */
final class MarkRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeSet<String>> NAMES = new TypeReference<>() {};

  private MarkRows() {}

  /** Keeps the marks of a picture in place of those that were there. */
  static void put(IndexConnection connection, String identity, Marks marks) throws SQLException {
    connection.update("DELETE FROM lies WHERE identity = ?", identity);
    String label = marks.label().map(ColourLabel::name).orElse(null);
    connection.update(
        "INSERT OR REPLACE INTO mark(identity, stars, favourite, label) VALUES(?, ?, ?, ?)",
        identity,
        marks.stars(),
        marks.favourite() ? 1 : 0,
        label);
    for (String board : marks.boards()) {
      putBoard(connection, board);
      connection.update("INSERT INTO lies(board, identity) VALUES(?, ?)", board, identity);
    }
    copyToPictures(connection, identity);
  }

  /** Writes the marks beside the pictures of that identity, where filters look for them. */
  private static void copyToPictures(IndexConnection connection, String identity)
      throws SQLException {
    connection.update(
        """
        UPDATE picture SET (stars, favourite, label) =
            (SELECT coalesce(max(stars), 0), coalesce(max(favourite), 0), max(label)
              FROM mark WHERE identity = ?1)
          WHERE identity = ?1""",
        identity);
  }

  /** Keeps these marks and boards in place of all that were there. */
  static void replace(IndexConnection connection, Map<String, Marks> all, Set<String> boards)
      throws SQLException {
    connection.update("DELETE FROM mark");
    connection.update("DELETE FROM lies");
    connection.update("DELETE FROM board");
    connection.update(
        "UPDATE picture SET stars = 0, favourite = 0, label = NULL"
            + " WHERE stars <> 0 OR favourite <> 0 OR label IS NOT NULL");
    for (String board : boards) {
      putBoard(connection, board);
    }
    for (Map.Entry<String, Marks> one : all.entrySet()) {
      put(connection, one.getKey(), one.getValue());
    }
  }

  static void putBoard(IndexConnection connection, String name) throws SQLException {
    connection.update("INSERT OR IGNORE INTO board(name) VALUES(?)", name);
  }

  static void removeBoard(IndexConnection connection, String name) throws SQLException {
    connection.update("DELETE FROM lies WHERE board = ?", name);
    connection.update("DELETE FROM board WHERE name = ?", name);
  }

  /** How many pictures outside of the trash lie on each board. */
  static SortedMap<String, Integer> boards(IndexConnection connection) throws SQLException {
    SortedMap<String, Integer> boards = new TreeMap<>();
    connection.each(
        "SELECT name, (SELECT count(*) FROM lies JOIN picture USING (identity)"
            + " WHERE lies.board = board.name AND picture.discarded = 0) FROM board",
        row -> boards.put(row.getString(1), row.getInt(2)));
    return boards;
  }

  /** The marks of a picture, {@link Marks#NONE} if it has none. */
  static Marks of(IndexConnection connection, String identity) throws SQLException {
    Marks[] marks = {Marks.NONE};
    connection.each(
        "SELECT stars, favourite, label, (SELECT json_group_array(board) FROM lies"
            + " WHERE lies.identity = mark.identity) AS boards FROM mark WHERE identity = ?",
        row -> marks[0] = read(row),
        identity);
    return marks[0];
  }

  /** The marks in a row that has the columns stars, favourite, label and boards. */
  static Marks read(ResultSet row) throws SQLException {
    String label = row.getString("label");
    Optional<ColourLabel> known = Optional.ofNullable(label).map(ColourLabel::valueOf);
    String boards = row.getString("boards");
    return new Marks(row.getInt("stars"), row.getInt("favourite") != 0, known, names(boards));
  }

  private static SortedSet<String> names(String json) throws SQLException {
    try {
      return "[]".equals(json) ? Marks.NONE.boards() : JSON.readValue(json, NAMES);
    } catch (JsonProcessingException e) {
      throw new SQLException("SQLite wrote no JSON: " + json, e);
    }
  }
}
