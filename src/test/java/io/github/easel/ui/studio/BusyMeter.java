package io.github.easel.ui.studio;

import io.github.easel.task.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures how long single tasks keep JavaFX's thread from everything else.
 *
 * <p>Beats go through the thread without a pause, each of which asks for the next, so that between
 * two of them lies what had come to the queue meanwhile. What counts is not the time on the wall:
 * on a computer that is busy with other things a thread may wait for a processor for longer than
 * any limit. It is the thread's own time on a processor, and its time in locks and waits, which its
 * own doing leads to, less the time by which this meter's own looks came late meanwhile: a lock may
 * be held by a thread that gets no processor. Waits for the painting of the frame before are left
 * out: they end when another thread has got a processor.
 */
final class BusyMeter implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long LOOK_EVERY = 10;

  /** What one task took, and where it was seen. */
  record Pause(double milliseconds, String where) {}

  private final CountDownLatch closed = new CountDownLatch(1);
  private final long thread;
  private final AtomicLong beats = new AtomicLong();
  private volatile String seen = "";
  private volatile long seenAt = -1;
  private volatile boolean painting;
  private final DoubleAdder late = new DoubleAdder();
  private volatile Pause longest = new Pause(0, "");
  // Belong to JavaFX's thread.
  private long processor;
  private long waited;

  private BusyMeter(long thread) {
    this.thread = thread;
  }

  static BusyMeter begin() {
    THREADS.setThreadContentionMonitoringEnabled(true);
    BusyMeter meter =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000, () -> new BusyMeter(Thread.currentThread().getId()));
    Threads.daemon("test-busy-meter", meter::look).start();
    WaitForAsyncUtils.waitForAsyncFx(60_000, meter::first);
    return meter;
  }

  private void first() {
    processor = THREADS.getCurrentThreadCpuTime();
    waited = waited();
    Platform.runLater(this::beat);
  }

  private void beat() {
    long now = THREADS.getCurrentThreadCpuTime();
    long waits = waited();
    boolean excused = painting && seenAt == beats.get();
    double starved = late.sumThenReset();
    double took = (now - processor) / 1e6 + (excused ? 0 : Math.max(0, waits - waited - starved));
    if (took > longest.milliseconds()) {
      longest = new Pause(took, seenAt == beats.get() ? seen : "(too short to be seen)");
    }
    processor = now;
    waited = waits;
    painting = false;
    beats.incrementAndGet();
    if (closed.getCount() > 0) {
      Platform.runLater(this::beat);
    }
  }

  /** Milliseconds in locks and waits so far. */
  private long waited() {
    ThreadInfo info = THREADS.getThreadInfo(thread);
    return Math.max(0, info.getBlockedTime()) + Math.max(0, info.getWaitedTime());
  }

  private void look() {
    try {
      long began = System.nanoTime();
      while (!closed.await(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
        long now = System.nanoTime();
        late.add(Math.max(0, (now - began) / 1e6 - LOOK_EVERY));
        began = now;
        long beat = beats.get();
        ThreadInfo info = THREADS.getThreadInfo(thread, 60);
        if (info == null || beat != beats.get()) {
          continue;
        }
        String stack =
            Arrays.stream(info.getStackTrace())
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n  "));
        if (stack.contains(".BusyMeter.beat")) {
          continue; // between two tasks
        }
        seen = stack;
        seenAt = beat;
        if (stack.contains("waitForRenderingToComplete") || stack.contains("ViewPainter")) {
          painting = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The longest of all that has come to the thread by now. */
  Pause longest() {
    long now = beats.get();
    WaitForAsyncUtils.waitForFxEvents();
    StudioStage.await(() -> beats.get() > now + 1);
    return longest;
  }

  /** How many tasks were measured. */
  long beats() {
    return beats.get();
  }

  @Override
  public void close() {
    closed.countDown();
    WaitForAsyncUtils.waitForFxEvents();
  }
}
