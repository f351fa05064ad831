package io.github.easel.hub;

import io.github.easel.hub.DownloadProgress.Stage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts the bytes of a download, and tells them ten times a second at most. */
final class Ticker {

  private static final long APART = TimeUnit.MILLISECONDS.toNanos(100);

  private final DownloadListener listener;
  private final LongSupplier clock;
  private final Speedometer speed;
  private final int files;
  private final long all;
  private String file = "";
  private int index;
  private long before;
  private long here;
  private long told;
  private boolean silent = true;

  /**
   * @param all bytes of all files
   */
  Ticker(DownloadListener listener, LongSupplier clock, int files, long all) {
    this.listener = listener;
    this.clock = clock;
    this.speed = new Speedometer(clock);
    this.files = files;
    this.all = all;
  }

  /** A further file begins. */
  void begin(HubFile next) {
    file = next.path();
    index++;
    here = 0;
  }

  /** So many bytes of the file are here. */
  void fetched(long bytes, boolean byLine) {
    here = bytes;
    if (!byLine) {
      speed.reset();
    }
    tell(Stage.FETCHING, false);
  }

  /** The file is being read through. */
  void verifying() {
    tell(Stage.VERIFYING, false);
  }

  /** The file is whole. */
  void end(long size) {
    before += size;
    here = 0;
    tell(Stage.FETCHING, index == files);
  }

  private void tell(Stage stage, boolean last) {
    long now = clock.getAsLong();
    double rate = stage == Stage.FETCHING ? speed.at(before + here) : 0;
    if (silent || last || now - told >= APART) {
      silent = false;
      told = now;
      listener.on(new DownloadProgress(stage, file, index, files, before + here, all, rate));
    }
  }
}
