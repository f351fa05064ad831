package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;

/**
 * Breaks off a connection's question when its end is asked for, and never the question after it.
 */
final class IndexInterrupt implements AutoCloseable {

  private final IndexConnection connection;
  private final Cancellation.Registration registration;
  private boolean over;

  IndexInterrupt(IndexConnection connection, Cancellation cancellation) {
    this.connection = connection;
    registration = cancellation.onCancel(this::interrupt);
  }

  private synchronized void interrupt() {
    if (!over) {
      connection.interrupt();
    }
  }

  /** The question has ended; a wish that is just coming is too late. */
  @Override
  public synchronized void close() {
    over = true;
    registration.close();
  }
}
