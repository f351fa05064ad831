package io.github.easel.gallery;

import io.github.easel.file.FileReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all others from writing: in this process by a lock in memory, in others by one on a file of
 * its own, since the journal itself is replaced now and then. The system frees it when a process is
 * killed.
 */
final class JournalLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JournalLock.class);
  private static final ReentrantLock HERE = new ReentrantLock();
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final FileChannel channel;
  private final boolean alone;

  private JournalLock(Path file, long until) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      alone = lock(channel, until);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Waits for the lock.
   *
   * @param patienceMillis how long at most
   * @throws IOException if another holds it for longer, or if the file cannot be written
   */
  static JournalLock of(Path file, long patienceMillis) throws IOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    if (!enter(patienceMillis)) {
      throw new IOException(FileReason.IN_USE.words());
    }
    try {
      return new JournalLock(file, until);
    } catch (IOException | RuntimeException e) {
      HERE.unlock();
      throw e;
    }
  }

  private static boolean enter(long patienceMillis) throws IOException {
    try {
      return HERE.tryLock(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** False where the file system knows no locks. */
  private static boolean lock(FileChannel channel, long until) throws IOException {
    while (true) {
      @Nullable FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException heldHere) {
        lock = null;
      } catch (IOException e) {
        LOG.info("The folder knows no locks: {}", e.toString());
        return false;
      }
      if (lock != null) {
        return true;
      }
      if (System.nanoTime() > until) {
        throw new IOException(FileReason.IN_USE.words());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Whether other processes are kept from writing too. */
  boolean isAlone() {
    return alone;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close(); // frees the lock
    } finally {
      HERE.unlock();
    }
  }
}
