package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's connections: one that changes it, and as many as are needed at once that ask, so
 * that no question waits for a change. One that cannot be in a file is in the memory, with one
 * connection for all.
 */
final class IndexDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexDatabase.class);
  private static final int RESTING = 3;

  /** What is done with a connection. */
  interface Work<T> {
    T on(IndexConnection connection) throws SQLException;
  }

  private final Path file;
  private final ReentrantLock changing = new ReentrantLock();
  private final Deque<Rested> resting = new ConcurrentLinkedDeque<>();

  /** One that may be used again as long as the one that changes is the one of its time. */
  private record Rested(IndexConnection connection, IndexConnection changing) {}

  private volatile boolean closed;
  private volatile IndexOpening.Opened opened;
  private final AtomicInteger renewals = new AtomicInteger();

  private final IndexVersion version = new IndexVersion();

  IndexDatabase(Path file) {
    this.file = file;
    opened = IndexOpening.open(file, false);
  }

  boolean isNew() {
    return opened.isNew();
  }

  int renewals() {
    return renewals.get();
  }

  Optional<GenerationException> obstacle() {
    return opened.obstacle();
  }

  /** Asks; other questions may be asked meanwhile. */
  <T> T ask(Work<T> question, Cancellation cancellation) {
    cancellation.check();
    if (opened.obstacle().isPresent()) {
      return alone(question);
    }
    IndexOpening.Opened asked = opened;
    try {
      IndexConnection connection = borrow();
      T answer;
      IndexInterrupt interrupt = new IndexInterrupt(connection, cancellation);
      try (interrupt) {
        answer = question.on(connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
      giveBack(connection, asked);
      return answer;
    } catch (SQLException e) {
      renewIfDamaged(e, asked);
      throw IndexFailures.unreadable(file, e);
    }
  }

  /** Makes a change, whole or not at all. */
  void change(IndexConnection.Change change) {
    IndexOpening.Opened asked = opened;
    changing.lock();
    try {
      open();
      asked = opened;
      asked.connection().change(change);
      version.changed();
    } catch (SQLException e) {
      renewIfDamaged(e, asked);
      throw IndexFailures.unwritable(file, e);
    } finally {
      changing.unlock();
    }
  }

  /** Grows with every change, whoever made it; does not wait for one that is under way. */
  long version() {
    IndexOpening.Opened asked = opened;
    try {
      open();
      return version.now(asked.obstacle().isEmpty() ? Optional.of(file) : Optional.empty());
    } catch (SQLException e) {
      renewIfDamaged(e, asked);
      throw IndexFailures.unreadable(file, e);
    }
  }

  private <T> T alone(Work<T> question) {
    IndexOpening.Opened asked = opened;
    changing.lock();
    try {
      open();
      asked = opened;
      return question.on(asked.connection());
    } catch (SQLException e) {
      renewIfDamaged(e, asked);
      throw IndexFailures.unreadable(file, e);
    } finally {
      changing.unlock();
    }
  }

  private void open() {
    if (closed) {
      throw new GenerationException(Failure.CANCELLED, "the index is closed");
    }
  }

  private IndexConnection borrow() throws SQLException {
    open();
    for (Rested rested = resting.poll(); rested != null; rested = resting.poll()) {
      if (rested.changing() == opened.connection()) {
        return rested.connection();
      }
      rested.connection().closeQuietly(); // of a file that was set aside meanwhile
    }
    return IndexConnection.to(file);
  }

  private void giveBack(IndexConnection connection, IndexOpening.Opened asked) throws SQLException {
    if (closed || opened.connection() != asked.connection() || resting.size() >= RESTING) {
      connection.close();
    } else {
      resting.push(new Rested(connection, asked.connection()));
      if (closed) {
        closeResting(); // nobody else would
      }
    }
  }

  private void renewIfDamaged(SQLException e, IndexOpening.Opened asked) {
    if (!IndexFailures.isDamage(e)) {
      return;
    }
    changing.lock();
    try {
      if (opened.connection() == asked.connection() && !closed) {
        LOG.warn("{} is damaged and begun anew", file, e);
        closeAll();
        opened = IndexOpening.open(file, true);
        version.close(); // somebody may have asked the old file meanwhile
        renewals.incrementAndGet();
        version.changed();
      }
    } finally {
      changing.unlock();
    }
  }

  private void closeAll() {
    version.close();
    opened.connection().closeQuietly();
    closeResting();
  }

  private void closeResting() {
    for (Rested one = resting.poll(); one != null; one = resting.poll()) {
      one.connection().closeQuietly();
    }
  }

  /** A change that is under way is taken back: the files and the journal have it. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!changing.tryLock()) {
      opened.connection().end();
      changing.lock();
    }
    try {
      closeAll();
    } finally {
      changing.unlock();
    }
  }
}
