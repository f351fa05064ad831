package io.github.easel.ui.gallery;

import java.time.LocalDate;

/**
 * Pictures that lie under one heading.
 *
 * @param from place of the first
 * @param to place behind the last
 */
record Section(Heading heading, int from, int to) {

  /** What stands over pictures. */
  sealed interface Heading {}

  /** The day that they were made. */
  record Day(LocalDate date) implements Heading {}

  /** Pictures that are alike: which of the groups, from 1. */
  record Group(int number) implements Heading {}

  /** Nothing. */
  enum None implements Heading {
    NONE
  }

  int size() {
    return to - from;
  }
}
