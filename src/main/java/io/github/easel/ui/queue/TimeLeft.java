package io.github.easel.ui.queue;

import io.github.easel.ui.text.Messages;

/** How much is left, in words: {@code 5 pictures, about 2 min}. */
public final class TimeLeft {

  private static final int MINUTE = 60;
  private static final int IN_MINUTES_FROM = 90;
  private static final int IN_HOURS_FROM = 90 * MINUTE;

  private TimeLeft() {}

  /**
   * The words.
   *
   * @param seconds -1 if it is not known
   * @param messages of this screen
   */
  public static String of(int pictures, double seconds, Messages messages) {
    long whole = (long) Math.ceil(seconds);
    if (whole <= 0) {
      return messages.now("queue.left", pictures);
    }
    if (whole < IN_MINUTES_FROM) {
      return messages.now("queue.left.seconds", pictures, Long.toString(whole));
    }
    long minutes = (whole + MINUTE / 2) / MINUTE;
    return whole < IN_HOURS_FROM
        ? messages.now("queue.left.minutes", pictures, Long.toString(minutes))
        : messages.now(
            "queue.left.hours",
            pictures,
            Long.toString(minutes / MINUTE),
            Long.toString(minutes % MINUTE));
  }
}
