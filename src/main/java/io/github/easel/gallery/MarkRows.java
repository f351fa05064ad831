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

  /** The numbers of the pictures that lie on a board, those in the trash included. */
  static final String LYING =
      "SELECT picture.id FROM lies CROSS JOIN picture INDEXED BY by_identity"
          + " ON picture.identity = lies.identity WHERE lies.board = ?";

  /** Writes marks beside the pictures, where filters look for them. */
  private static final String COPY =
      """
      UPDATE picture SET stars = mark.stars, favourite = mark.favourite, label = mark.label
        FROM mark WHERE mark.identity = picture.identity""";

  private static final String BOARDS =
      """
      SELECT name, (SELECT count(*) FROM lies CROSS JOIN picture INDEXED BY by_identity
          ON picture.identity = lies.identity AND picture.discarded = 0
          WHERE lies.board = board.name) FROM board""";

  private MarkRows() {}

  /** Keeps the marks of a picture in place of those that were there. */
  static void put(IndexConnection connection, String identity, Marks marks) throws SQLException {
    connection.update("DELETE FROM lies WHERE identity = ?", identity);
    insert(connection, identity, marks);
    connection.update(COPY + " AND picture.identity = ?", identity);
  }

  private static void insert(IndexConnection connection, String identity, Marks marks)
      throws SQLException {
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
      insert(connection, one.getKey(), one.getValue());
    }
    connection.update(COPY);
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
    connection.each(BOARDS, row -> boards.put(row.getString(1), row.getInt(2)));
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
