package io.github.easel.cli;

import io.github.easel.app.GalleryService.Counting;

/**
 * Tells how far the gallery is: on a terminal in one line that is written over, elsewhere at each
 * tenth, to programs as {@code progress} with done and all (0 while that is unknown).
 */
final class GalleryProgress implements Counting {

  private static final int PARTS = 10;
  private static final int HUNDRED = 100;
  private static final int UNKNOWN_STEP = 500;

  private final Streams streams;
  private final Texts texts;
  private final boolean json;
  private final StatusLine line;
  private int told = -1;

  GalleryProgress(Streams streams, Texts texts, boolean json) {
    this.streams = streams;
    this.texts = texts;
    this.json = json;
    line = new StatusLine(streams);
  }

  // The service may count on several threads.
  @Override
  public synchronized void on(int done, int all) {
    int parts = json || streams.terminal() ? HUNDRED : PARTS;
    int part = all == 0 ? done / UNKNOWN_STEP : (int) ((long) done * parts / all);
    if (part == told) {
      return;
    }
    told = part;
    if (all == 0 && done == 0 && !json) {
      return; // nothing to say to a person yet
    }
    String text =
        all == 0
            ? Integer.toString(done)
            : texts.of("gallery.progress", Integer.toString(done), Integer.toString(all));
    if (json) {
      new JsonLines(streams).write(JsonLines.event("progress").put("done", done).put("all", all));
    } else if (streams.terminal()) {
      line.show(text);
    } else {
      streams.tell(text);
    }
  }

  /** Tells a person something besides. */
  synchronized void say(String sentence) {
    if (!json) {
      line.clear();
      streams.tell(Printable.of(sentence));
    }
  }

  /** What comes next is another piece of work. */
  synchronized void end() {
    line.clear();
    told = -1;
  }
}
