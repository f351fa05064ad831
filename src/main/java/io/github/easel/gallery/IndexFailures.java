package io.github.easel.gallery;

import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What went wrong with the database, as a failure of its file. */
final class IndexFailures {

  /** SQLite's code for what was broken off. */
  static final int INTERRUPTED = SQLiteErrorCode.SQLITE_INTERRUPT.code;

  private static final int PRIMARY = 0xff;

  private IndexFailures() {}

  /** The failure of a question. */
  static GenerationException unreadable(Path database, SQLException e) {
    return isInterrupt(e) ? cancelled(e) : GenerationException.unreadable(database, reason(e), e);
  }

  /** The failure of a change. */
  static GenerationException unwritable(Path database, SQLException e) {
    return isInterrupt(e) ? cancelled(e) : GenerationException.unwritable(database, reason(e), e);
  }

  private static boolean isInterrupt(SQLException e) {
    return is(e, SQLiteErrorCode.SQLITE_INTERRUPT);
  }

  private static GenerationException cancelled(SQLException e) {
    return new GenerationException(Failure.CANCELLED, "cancelled", e);
  }

  /** Whether the file is damaged, so that no further question can be trusted. */
  static boolean isDamage(SQLException e) {
    return is(e, SQLiteErrorCode.SQLITE_CORRUPT) || is(e, SQLiteErrorCode.SQLITE_NOTADB);
  }

  /** Whether the file is no index: damaged, or with other tables. */
  static boolean isStranger(SQLException e) {
    return isDamage(e)
        || is(e, SQLiteErrorCode.SQLITE_ERROR)
        || is(e, SQLiteErrorCode.SQLITE_FORMAT)
        || is(e, SQLiteErrorCode.SQLITE_SCHEMA);
  }

  private static String reason(SQLException e) {
    if (isDamage(e)) {
      return FileReason.DAMAGED.words();
    }
    if (is(e, SQLiteErrorCode.SQLITE_FULL)) {
      return FileReason.NO_SPACE.words();
    }
    if (is(e, SQLiteErrorCode.SQLITE_READONLY)) {
      return FileReason.READ_ONLY.words();
    }
    if (is(e, SQLiteErrorCode.SQLITE_BUSY) || is(e, SQLiteErrorCode.SQLITE_LOCKED)) {
      return FileReason.IN_USE.words();
    }
    if (is(e, SQLiteErrorCode.SQLITE_PERM) || is(e, SQLiteErrorCode.SQLITE_CANTOPEN)) {
      return FileReason.DENIED.words();
    }
    if (is(e, SQLiteErrorCode.SQLITE_IOERR)) {
      return FileReason.DISK_FAULT.words();
    }
    return String.valueOf(e.getMessage());
  }

  private static boolean is(SQLException e, SQLiteErrorCode code) {
    // The higher bits tell where in SQLite it happened.
    return (e.getErrorCode() & PRIMARY) == code.code;
  }
}
