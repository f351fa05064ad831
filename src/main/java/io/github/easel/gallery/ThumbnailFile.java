package io.github.easel.gallery;

import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of thumbnails: made, checked, and begun anew when it is damaged. */
final class ThumbnailFile {

  private static final Logger LOG = LoggerFactory.getLogger(ThumbnailFile.class);

  private static final int VERSION = 1;

  private ThumbnailFile() {}

  /** A connection to the file; to one in the memory where there can be no file. */
  static IndexConnection open(Path file) {
    try {
      AtomicFile.createFolder(file.toAbsolutePath().resolveSibling(""));
      return openOrAnew(file);
    } catch (IOException | SQLException e) {
      LOG.warn("thumbnails cannot be kept in {}", file, e);
      return inMemory();
    }
  }

  private static IndexConnection openOrAnew(Path file) throws IOException, SQLException {
    try {
      return prepared(file);
    } catch (SQLException e) {
      if (!IndexFailures.isDamage(e)) {
        throw e;
      }
      LOG.warn("{} is damaged and is begun anew", file, e);
      setAside(file);
      return prepared(file);
    }
  }

  private static IndexConnection prepared(Path file) throws SQLException {
    IndexConnection connection = IndexConnection.to(file);
    try {
      // What a power cut takes is made again; waiting for the disk would slow down the scrolling.
      connection.execute("PRAGMA synchronous = OFF");
      connection.change(ThumbnailFile::prepare); // before another process does the same
      return connection;
    } catch (SQLException e) {
      connection.closeQuietly();
      throw e;
    }
  }

  /** The uses stand apart from the pictures, so that all of them are read in a moment. */
  private static void prepare(IndexConnection connection) throws SQLException {
    if (connection.number(0, "PRAGMA user_version") != VERSION) {
      connection.execute("DROP TABLE IF EXISTS used");
      connection.execute("DROP TABLE IF EXISTS thumbnail");
      connection.execute(
          "CREATE TABLE used(id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE,"
              + " day INTEGER NOT NULL, bytes INTEGER NOT NULL)");
      connection.execute("CREATE TABLE thumbnail(id INTEGER PRIMARY KEY, jpeg BLOB NOT NULL)");
      connection.execute("PRAGMA user_version = " + VERSION);
    }
  }

  private static IndexConnection inMemory() {
    try {
      IndexConnection connection = IndexConnection.inMemory();
      connection.change(ThumbnailFile::prepare);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite has databases in the memory", e);
    }
  }

  /** A connection to a new file in the place of a damaged one. */
  static IndexConnection anew(IndexConnection damaged, Path file) {
    damaged.closeQuietly();
    try {
      setAside(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be set aside", file, e);
      return inMemory();
    }
    return open(file);
  }

  /** Moved and not copied: it may be large, and only the last damaged one is kept. */
  private static void setAside(Path file) throws IOException {
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    Files.move(
        file,
        file.resolveSibling(file.getFileName() + ".unreadable"),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
