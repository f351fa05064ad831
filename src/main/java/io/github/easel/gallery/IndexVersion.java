package io.github.easel.gallery;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the changes of a database. SQLite tells a connection by {@code data_version} whether
 * others changed something, so one that changes nothing is kept for asking. Thread-safe.
 */
final class IndexVersion {

  private long changes;
  private long seen;
  private @Nullable IndexConnection watch;

  /** A change was made. */
  synchronized void changed() {
    changes++;
  }

  /**
   * How many changes were noticed until now.
   *
   * @param file of the database; nothing if that is in the memory, where nobody else changes it
   */
  synchronized long now(Optional<Path> file) throws SQLException {
    if (file.isPresent()) {
      if (watch == null) {
        watch = IndexConnection.to(file.get());
      }
      long others = watch.number(0, "PRAGMA data_version");
      if (others != seen) {
        seen = others;
        changes++;
      }
    }
    return changes;
  }

  synchronized void close() {
    if (watch != null) {
      watch.closeQuietly();
      watch = null;
    }
  }
}
