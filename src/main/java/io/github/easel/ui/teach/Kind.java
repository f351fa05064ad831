package io.github.easel.ui.teach;

import java.util.Arrays;
import java.util.Optional;

/** What is taught. */
public enum Kind {
  THING("thing"),
  STYLE("painting"),
  CHARACTER("person");

  private final String begin;

  Kind(String begin) {
    this.begin = begin;
  }

  /** A word that models know, near to most of this kind. */
  String begin() {
    return begin;
  }

  /** The kind of that name. */
  static Optional<Kind> find(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Whether the word is some kind's own, which another kind may replace. */
  static boolean isUsual(String begin) {
    return Arrays.stream(values()).anyMatch(kind -> kind.begin.equals(begin));
  }
}
