package io.github.easel.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Tries a move again for half a second on Windows, where a file cannot be moved or replaced while
 * another program has it open, and virus scanners and indexers open every new file for a moment.
 */
final class PatientMove {

  /** What is tried. */
  @FunctionalInterface
  interface Move {

    /** Moves the file or leaves everything as it was. */
    void run() throws IOException;
  }

  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final long[] PAUSES_MILLIS = {10, 40, 150, 300};

  private PatientMove() {}

  static void run(Move move) throws IOException {
    if (WINDOWS) {
      run(move, millis -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)));
    } else {
      move.run();
    }
  }

  /**
   * Tries once, and once more after each pause while another program is in the way.
   *
   * @param pause waits for that many milliseconds
   */
  static void run(Move move, LongConsumer pause) throws IOException {
    for (long millis : PAUSES_MILLIS) {
      try {
        move.run();
        return;
      } catch (FileSystemException e) {
        if (!isInUse(e)) {
          throw e;
        }
        pause.accept(millis);
      }
    }
    move.run();
  }

  /** Windows says access denied, or a sharing violation, which has no class of its own. */
  private static boolean isInUse(FileSystemException e) {
    return e instanceof AccessDeniedException || e.getClass() == FileSystemException.class;
  }
}
