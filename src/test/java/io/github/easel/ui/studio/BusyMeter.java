package io.github.easel.ui.studio;

import io.github.easel.task.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
 * own doing leads to. Waits for the painting of the frame before are left out: they end when
 * another thread has got a processor.
 */
final class BusyMeter implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long LOOK_EVERY = 10;

  /** What one task took, and where it was seen. */
  record Pause(double milliseconds, String where) {}

  private final CountDownLatch closed = new CountDownLatch(1);
  private final long thread;
  private volatile long beats;
  private volatile String seen = "";
  private volatile long seenAt = -1;
  private volatile boolean painting;
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
    boolean excused = painting && seenAt == beats;
    double took = (now - processor) / 1e6 + (excused ? 0 : waits - waited);
    if (took > longest.milliseconds()) {
      longest = new Pause(took, seenAt == beats ? seen : "(too short to be seen)");
    }
    processor = now;
    waited = waits;
    painting = false;
    beats++;
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
      while (!closed.await(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
        long beat = beats;
        ThreadInfo info = THREADS.getThreadInfo(thread, 60);
        if (info == null || beat != beats) {
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
        painting |= stack.contains("waitForRenderingToComplete") || stack.contains("ViewPainter");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The longest of all that has come to the thread by now. */
  Pause longest() {
    long now = beats;
    WaitForAsyncUtils.waitForFxEvents();
    StudioStage.await(() -> beats > now + 1);
    return longest;
  }

  /** How many tasks were measured. */
  long beats() {
    return beats;
  }

  @Override
  public void close() {
    closed.countDown();
    WaitForAsyncUtils.waitForFxEvents();
  }
}
