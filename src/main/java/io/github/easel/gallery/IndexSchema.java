package io.github.easel.gallery;

import java.sql.SQLException;
import java.util.List;

/** The tables of the index. Whoever changes them raises {@link #VERSION}. */
final class IndexSchema {

  /** Kept in the database's {@code user_version}; one of another version is built anew. */
  static final int VERSION = 2;

  /**
   * What each is for.
   *
   * <p>{@code picture} has a row for a file; a number is never given twice, so that one which a
   * window still holds cannot come to mean another picture. Its marks, and the towers of its look,
   * stand there once more beside {@code mark} and {@code look}, which belong to identities: so that
   * filters and orders need one table, and each order has an index that holds all that it asks for.
   * {@code words} keeps only what is found by, already folded, so its tokenizer has nothing to
   * decide.
   */
  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE picture(
            id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL UNIQUE,
            identity TEXT NOT NULL, name TEXT NOT NULL, made INTEGER NOT NULL, modified INTEGER NOT NULL,
            bytes INTEGER NOT NULL, discarded INTEGER NOT NULL, kind TEXT NOT NULL,
            width INTEGER NOT NULL, height INTEGER NOT NULL, seed INTEGER, steps INTEGER,
            guidance REAL, model INTEGER NOT NULL, sampler INTEGER NOT NULL,
            stars INTEGER NOT NULL, favourite INTEGER NOT NULL, label TEXT, towers INTEGER,
            source TEXT NOT NULL, program TEXT NOT NULL, prompt TEXT NOT NULL,
            negative TEXT NOT NULL)\
          """,
          // one text once: the names of models, samplers and towers
          "CREATE TABLE term(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE,"
              + " folded TEXT NOT NULL)",
          "CREATE TABLE mark(identity TEXT PRIMARY KEY, stars INTEGER NOT NULL,"
              + " favourite INTEGER NOT NULL, label TEXT) WITHOUT ROWID",
          "CREATE TABLE board(name TEXT PRIMARY KEY) WITHOUT ROWID",
          "CREATE TABLE lies(board TEXT NOT NULL, identity TEXT NOT NULL,"
              + " PRIMARY KEY(board, identity)) WITHOUT ROWID",
          "CREATE TABLE look(id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE,"
              + " pixels TEXT NOT NULL, hash INTEGER NOT NULL, towers INTEGER NOT NULL,"
              + " embedding BLOB)",
          "CREATE VIRTUAL TABLE words USING fts5(prompt, name, content='',"
              + " contentless_delete=1, tokenize='ascii', prefix='1 2 3')");

  private static final String FILTERED =
      "kind, width, height, stars, favourite, label, model, sampler, seed";

  private static final List<String> INDEXES =
      List.of(
          "CREATE INDEX by_made ON picture(discarded, made, modified, " + FILTERED + ")",
          "CREATE INDEX by_stars ON picture(discarded, stars, made, modified)",
          "CREATE INDEX by_name ON picture(discarded, name, made, modified)",
          "CREATE INDEX by_identity ON picture(identity, discarded)",
          "CREATE INDEX by_source ON picture(source) WHERE source <> ''",
          "CREATE INDEX by_towers ON picture(discarded, towers, made)",
          "CREATE INDEX lies_by_identity ON lies(identity)",
          "CREATE INDEX look_by_pixels ON look(pixels)");

  private IndexSchema() {}

  /** Makes all tables, empty. */
  static void make(IndexConnection connection) throws SQLException {
    for (String table : TABLES) {
      connection.execute(table);
    }
    for (String index : INDEXES) {
      connection.execute(index);
    }
    connection.execute("PRAGMA user_version = " + VERSION);
  }

  /**
   * Whether no picture is in the tables.
   *
   * @throws SQLException also if these are not the tables
   */
  static boolean isEmpty(IndexConnection connection) throws SQLException {
    connection.number(0, "SELECT rowid FROM words LIMIT 1");
    connection.number(0, "SELECT hash FROM look LIMIT 1");
    return connection.number(0, "SELECT id FROM picture LIMIT 1") == 0;
  }
}
