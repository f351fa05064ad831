package io.github.easel.ui.compose;

/**
 * A change of a text.
 *
 * @param from the first place that is replaced
 * @param to the place after the last one
 * @param replacement what comes in between
 * @param anchor where the selection begins afterwards
 * @param caret where it ends
 */
record TextEdit(int from, int to, String replacement, int anchor, int caret) {

  /** The text after the change. */
  String in(String text) {
    return text.substring(0, from) + replacement + text.substring(to);
  }
}
