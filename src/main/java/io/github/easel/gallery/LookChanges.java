package io.github.easel.gallery;

import java.sql.SQLException;
import java.util.List;

/** Looks that came since somebody asked, and those of a few pictures. */
final class LookChanges {

  /** What {@link LookRows#read} reads, for the towers of the first parameter. */
  private static final String SELECT =
      "SELECT p.id, l.pixels, l.hash, CASE WHEN l.towers = ?1 THEN l.embedding END AS embedding";

  private LookChanges() {}

  /** Every look put gets a number larger than those before, also one in the place of another. */
  static long newest(IndexConnection connection) throws SQLException {
    return connection.number(0, "SELECT max(id) FROM look");
  }

  static void since(
      IndexConnection connection, long number, String towers, GalleryIndex.LookSink sink)
      throws SQLException {
    each(
        connection,
        " FROM look AS l CROSS JOIN picture AS p ON p.identity = l.identity"
            + " WHERE l.id > ?2 AND p.discarded = 0 ORDER BY l.id",
        towers,
        number,
        sink);
  }

  static void of(
      IndexConnection connection, List<Long> ids, String towers, GalleryIndex.LookSink sink)
      throws SQLException {
    each(
        connection,
        " FROM json_each(?2) AS wanted CROSS JOIN picture AS p ON p.id = wanted.value"
            + " CROSS JOIN look AS l ON l.identity = p.identity",
        towers,
        ids.toString(),
        sink);
  }

  private static void each(
      IndexConnection connection,
      String from,
      String towers,
      Object second,
      GalleryIndex.LookSink sink)
      throws SQLException {
    connection.each(
        SELECT + from,
        row -> sink.on(row.getLong(1), LookRows.read(row)),
        TermRows.find(connection, towers),
        second);
  }

  /** How many pictures outside of the trash are to be looked at by these towers. */
  static int missing(IndexConnection connection, String towers) throws SQLException {
    long wanted = TermRows.find(connection, towers);
    return (int)
        connection.number(
            0,
            "SELECT count(*) FROM picture INDEXED BY by_towers WHERE discarded = 0"
                + " AND (towers IS NULL OR (?1 <> ?2 AND towers <> ?1))",
            wanted,
            TermRows.NONE);
  }
}
