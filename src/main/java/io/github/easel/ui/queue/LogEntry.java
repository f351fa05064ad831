package io.github.easel.ui.queue;

import java.time.LocalTime;
import java.util.Locale;

/**
 * Something that happened.
 *
 * @param time when
 * @param text says it in every language, so that the log can be read in another one afterwards
 * @param details facts for whoever is asked for help; empty for none
 */
public record LogEntry(LocalTime time, Kind kind, Text text, String details) {

  /** What it is about. */
  public enum Kind {
    MODEL,
    PICTURE,
    FILE,
    /** Something that one may want to know although nothing failed. */
    NOTICE,
    PROBLEM
  }

  /** Words in the language that is asked for. */
  @FunctionalInterface
  public interface Text {

    /** One sentence. */
    String in(Locale locale);
  }
}
