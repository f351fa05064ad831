package io.github.easel.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The speed of the last seconds. */
final class Speedometer {

  private static final long WINDOW = TimeUnit.SECONDS.toNanos(5);
  private static final long APART = TimeUnit.MILLISECONDS.toNanos(100);

  /** When so many bytes had come. */
  private record Mark(long nanos, long bytes) {}

  private final LongSupplier clock;
  private final Deque<Mark> marks = new ArrayDeque<>();

  /**
   * @param clock nanoseconds, as of {@link System#nanoTime}
   */
  Speedometer(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Bytes a second; 0 while there is nothing to reckon by.
   *
   * @param bytes how many have come by now, from whenever on
   */
  double at(long bytes) {
    long now = clock.getAsLong();
    Mark last = marks.peekLast();
    if (last == null || now - last.nanos() >= APART) {
      marks.add(new Mark(now, bytes));
    }
    // the oldest mark is the first one that is older than the window, or the first of all
    while (marks.size() > 2 && now - marks.element().nanos() > WINDOW) {
      marks.remove();
    }
    Mark first = marks.element();
    long nanos = now - first.nanos();
    return nanos <= 0 ? 0 : Math.max(0, bytes - first.bytes()) * 1e9 / nanos;
  }

  /** Forgets: the way here was not covered by the line. */
  void reset() {
    marks.clear();
  }
}
