package io.github.easel.ui.compose;

import org.jspecify.annotations.Nullable;

/** Why the button can do nothing now. */
public enum Obstacle {
  OPENING,
  UNAVAILABLE,
  NO_MODEL,
  NO_PROMPT,
  /** A size that the model cannot draw. Its sentence has a place for what its sides must be. */
  BAD_SIZE,
  /** More than the model can leave out. Its sentence has a place for the most. */
  BAD_CLIP_SKIP,
  BAD_SEED;

  /** The key of its sentence under the button. */
  public String key() {
    return "obstacle." + name();
  }

  /** What stands in the way in the left column; null when nothing does. */
  static @Nullable Obstacle of(ComposeViewModel compose) {
    if (compose.model().get() == null) {
      return NO_MODEL;
    }
    WordsViewModel words = compose.words();
    boolean silent = words.prompt().get().isBlank() && words.styles().isEmpty();
    if (silent && compose.verb() == Verb.GENERATE) {
      return NO_PROMPT;
    }
    if (!compose.format().suitable().get()) {
      return BAD_SIZE;
    }
    if (compose.way().clipSkip().get() > compose.way().mostClipSkip().get()) {
      return BAD_CLIP_SKIP;
    }
    return compose.chance().readable() ? null : BAD_SEED;
  }
}
