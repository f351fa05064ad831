package io.github.easel.gallery;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a database, or begins it anew where it cannot be used. */
final class IndexOpening {

  private static final Logger LOG = LoggerFactory.getLogger(IndexOpening.class);

  /** One process opens at a time by a lock on a file, one thread by this. */
  private static final Object ONE_AT_A_TIME = new Object();

  /**
   * What came of it.
   *
   * @param connection the one that makes changes
   * @param isNew whether nothing was in it
   * @param obstacle why it is only in the memory, if it is
   */
  record Opened(
      IndexConnection connection, boolean isNew, Optional<GenerationException> obstacle) {}

  private IndexOpening() {}

  /**
   * Opens the database in that file; in the memory if there can be none.
   *
   * @param thorough whether to look at every page of it first
   */
  static Opened open(Path file, boolean thorough) {
    try {
      AtomicFile.createFolderOf(file);
      synchronized (ONE_AT_A_TIME) {
        return locked(file, thorough);
      }
    } catch (GenerationException e) {
      return inMemory(e);
    } catch (IOException e) {
      return inMemory(GenerationException.unwritable(file, FileReason.of(e), e));
    } catch (SQLException e) {
      return inMemory(IndexFailures.unwritable(file, e));
    }
  }

  private static Opened locked(Path file, boolean thorough) throws IOException, SQLException {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      LOG.debug("{} is opened under {}", file, held);
      Optional<Opened> usable = asItIs(file, thorough);
      if (usable.isPresent()) {
        return usable.get();
      }
      LOG.warn("{} cannot be used; it is set aside as {}", file, AtomicFile.setAside(file));
      for (String part : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
      }
      return asItIs(file, false).orElseThrow(() -> new IOException(FileReason.DISK_FAULT.words()));
    }
  }

  private static Optional<Opened> asItIs(Path file, boolean thorough) throws SQLException {
    IndexConnection connection = null;
    try {
      connection = IndexConnection.to(file);
      long version = connection.number(0, "PRAGMA user_version");
      boolean empty = connection.number(0, "SELECT count(*) FROM sqlite_master") == 0;
      if (empty && version == 0) {
        connection.change(IndexSchema::make);
      } else if (version != IndexSchema.VERSION || (thorough && !isSound(connection))) {
        connection.close();
        return Optional.empty();
      }
      return Optional.of(new Opened(connection, IndexSchema.isEmpty(connection), Optional.empty()));
    } catch (SQLException e) {
      if (connection != null) {
        connection.closeQuietly();
      }
      if (IndexFailures.isStranger(e)) {
        LOG.info("{} is no index: {}", file, e.toString());
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isSound(IndexConnection connection) throws SQLException {
    boolean[] sound = new boolean[1];
    connection.each("PRAGMA quick_check(1)", row -> sound[0] = "ok".equals(row.getString(1)));
    return sound[0];
  }

  private static Opened inMemory(GenerationException obstacle) {
    LOG.warn("the index is kept in the memory only", obstacle);
    try {
      IndexConnection connection = IndexConnection.inMemory();
      IndexSchema.make(connection);
      return new Opened(connection, true, Optional.of(obstacle));
    } catch (SQLException e) {
      obstacle.addSuppressed(e);
      throw obstacle;
    }
  }
}
