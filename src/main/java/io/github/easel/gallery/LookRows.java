package io.github.easel.gallery;

import io.github.easel.generation.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks in the index. */
final class LookRows {

  private LookRows() {}

  /** Keeps the look of a picture in place of the one that was there. */
  static void put(IndexConnection connection, String identity, Look look, String towers)
      throws SQLException {
    connection.update(
        "INSERT OR REPLACE INTO look(identity, pixels, hash, towers, embedding)"
            + " VALUES(?, ?, ?, ?, ?)",
        identity,
        look.pixels(),
        look.hash(),
        towers.isEmpty() ? TermRows.NONE : TermRows.id(connection, towers),
        look.embedding().map(LookRows::bytes).orElse(null));
    copyToPictures(connection, identity);
  }

  /** Writes beside the pictures of that identity by which towers they were looked at. */
  private static void copyToPictures(IndexConnection connection, String identity)
      throws SQLException {
    connection.update(
        "UPDATE picture SET towers = (SELECT towers FROM look WHERE identity = ?1)"
            + " WHERE identity = ?1",
        identity);
  }

  /** Pictures to look at, newest first; those in the trash are left in peace. */
  static List<GalleryItem> missing(IndexConnection connection, String towers, int most)
      throws SQLException {
    List<GalleryItem> items = new ArrayList<>();
    long wanted = TermRows.find(connection, towers);
    // The index is in the order of towers first, so each way to differ from them is a question.
    String one =
        "SELECT id, made FROM (SELECT id, made FROM picture INDEXED BY by_towers"
            + " WHERE discarded = 0 AND towers %s ORDER BY made DESC LIMIT ?1)";
    String all = one.formatted("IS NULL");
    if (wanted != TermRows.NONE) {
      all += " UNION ALL " + one.formatted("< ?2") + " UNION ALL " + one.formatted("> ?2");
    }
    String question =
        "SELECT %s FROM (%s) AS found JOIN picture AS p ON p.id = found.id"
                .formatted(PictureRows.COLUMNS, all)
            + " ORDER BY p.made DESC, p.id DESC LIMIT ?1";
    if (wanted == TermRows.NONE) {
      connection.each(question, row -> items.add(PictureRows.read(row)), most);
    } else {
      connection.each(question, row -> items.add(PictureRows.read(row)), most, wanted);
    }
    return items;
  }

  /** Gives the sink every look of a picture outside of the trash, by the pictures' numbers. */
  static void each(IndexConnection connection, String towers, GalleryIndex.LookSink sink)
      throws SQLException {
    connection.each(
        "SELECT p.id, l.pixels, l.hash, CASE WHEN l.towers = ? THEN l.embedding END AS embedding"
            + " FROM picture AS p JOIN look AS l USING (identity)"
            + " WHERE p.discarded = 0 ORDER BY p.id",
        row -> sink.on(row.getLong(1), read(row)),
        TermRows.find(connection, towers));
  }

  static Look read(ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes("embedding");
    return new Look(
        row.getString("pixels"),
        row.getLong("hash"),
        bytes == null ? Optional.empty() : Optional.of(embedding(bytes)));
  }

  private static byte[] bytes(Embedding embedding) {
    float[] values = embedding.values();
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes.array();
  }

  private static Embedding embedding(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Embedding.of(values);
  }
}
