package io.github.easel.app;

/** What the window can do about a failure at the press of a button. */
public enum FailureAction {
  CHOOSE_MODEL,
  /** Looks for models anew, now that one has been put right. */
  LOOK_AGAIN,
  /** Fetches CLIP's vocabulary for a model that brings no tokenizer. */
  FETCH_TOKENIZER,
  /** Value: the size, such as {@code 512x512}. */
  SMALLER_SIZE,
  /** Value: the steps. */
  FEWER_STEPS,
  /** Value: the clip skip. */
  LESS_CLIP_SKIP,
  CHOOSE_SAMPLER,
  OTHER_STYLE,
  SAVE_ELSEWHERE,
  CHOOSE_FOLDER,
  OPEN_SETTINGS,
  OPEN_LOG,
  TRY_AGAIN
}
