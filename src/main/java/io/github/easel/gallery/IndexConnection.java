package io.github.easel.gallery;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;

/** One connection to the database with the statements that it has prepared. For one thread. */
final class IndexConnection implements AutoCloseable {

  private static final int PATIENCE_MS = 20_000;
  private static final int CACHE_KIB = 8_192;
  private static final int STATEMENTS = 64;

  /** What is changed with a connection. */
  interface Change {
    void on(IndexConnection connection) throws SQLException;
  }

  /** Work on one row of an answer. */
  interface RowReader {
    void on(ResultSet row) throws SQLException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(IndexConnection.class);

  private final Connection connection;
  private final boolean inMemory;
  private volatile boolean ended;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

  private IndexConnection(Connection connection, boolean inMemory) {
    this.connection = connection;
    this.inMemory = inMemory;
  }

  /** To the database in that file, which is made when it is absent. */
  static IndexConnection to(Path database) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MS);
    config.setJournalMode(JournalMode.WAL);
    // A power cut may take the last changes, never the whole; the files have them anyway.
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setCacheSize(-CACHE_KIB);
    return new IndexConnection(connect(config, name(database)), false);
  }

  private static Connection connect(SQLiteConfig config, String name) throws SQLException {
    try {
      return config.createConnection("jdbc:sqlite:" + name);
    } catch (LinkageError e) {
      // The driver unpacks it, for which there may be no room.
      throw new SQLException("SQLite's own library cannot be unpacked or loaded", e);
    }
  }

  /** The driver takes what stands behind a question mark for options, unless it is a URI. */
  private static String name(Path database) {
    String path = database.toAbsolutePath().toString();
    return path.contains("?") ? database.toUri().toString() : path;
  }

  /** To a new database that is gone with the connection. */
  static IndexConnection inMemory() throws SQLException {
    return new IndexConnection(connect(new SQLiteConfig(), ":memory:"), true);
  }

  /** Whether all of it is in the memory. */
  boolean isInMemory() {
    return inMemory;
  }

  /** Runs a statement that answers nothing and is not needed again. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a statement with these values in its places. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    return prepare(sql, values).executeUpdate();
  }

  /** Runs a question and gives each row of its answer to the reader. */
  void each(String sql, RowReader reader, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = prepare(sql, values).executeQuery()) {
      while (rows.next()) {
        reader.on(rows);
      }
    }
  }

  /** The number in the first row's first column, or the other one if there is no row. */
  long number(long otherwise, String sql, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = prepare(sql, values).executeQuery()) {
      return rows.next() ? rows.getLong(1) : otherwise;
    }
  }

  /** Makes all of the work one change, which other connections see whole or not at all. */
  void change(Change work) throws SQLException {
    try {
      connection.setAutoCommit(false);
      work.on(this);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException | RuntimeException | Error e) {
      rollback();
      throw e;
    }
  }

  /** Ends the change as if it had not begun; after a failure, so another one tells nothing. */
  private void rollback() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.debug("a change cannot be taken back, it ends with its connection", e);
    }
  }

  /** Ends all that is done with it, now and from now on: that fails as if it were interrupted. */
  void end() {
    ended = true;
    interrupt();
  }

  /** Ends a question that another thread waits for; it fails then. */
  void interrupt() {
    try {
      connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    } catch (SQLException e) {
      LOG.debug("a question cannot be interrupted", e);
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    if (ended) {
      throw new SQLException("the index is being closed", null, IndexFailures.INTERRUPTED);
    }
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
      forgetEldest();
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private void forgetEldest() throws SQLException {
    if (prepared.size() > STATEMENTS) {
      var eldest = prepared.entrySet().iterator();
      eldest.next().getValue().close();
      eldest.remove();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Closes what is not needed any more, whatever it says. */
  void closeQuietly() {
    try {
      close();
    } catch (SQLException e) {
      LOG.debug("a connection does not close, and ends with the program", e);
    }
  }
}
