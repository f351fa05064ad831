package io.github.easel.app;

import java.util.Optional;

/**
 * A failure as the window tells it, in one language.
 *
 * @param what what happened, one sentence
 * @param why why it happened, one sentence
 * @param advice what to do, one sentence or two
 * @param remedy what a button could do about it, if anything
 * @param code names a failure that Easel did not foresee, the same on every machine, such as {@code
 *     E-7F3A}; empty for those that it knows
 * @param details facts for whoever is asked for help, many lines in English; without the user's
 *     name and folders
 */
public record FailureReport(
    String what,
    String why,
    String advice,
    Optional<Remedy> remedy,
    Optional<String> code,
    String details) {

  /**
   * A way out.
   *
   * @param value what the action documents, else empty
   * @param label the words on the button
   */
  public record Remedy(FailureAction action, String value, String label) {}
}
