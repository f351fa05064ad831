package io.github.easel.ui.compose;

import io.github.easel.settings.Session;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The prompts that were drawn, newest first, and the way back through them. A text that was not
 * drawn yet waits at the near end of the way, so that looking back loses nothing.
 */
public final class PromptHistory {

  /** The place of the text that was not drawn yet. */
  private static final int UNFINISHED = -1;

  private final ObservableList<String> prompts;
  private int place = UNFINISHED;
  private String unfinished = "";

  PromptHistory(List<String> prompts) {
    this.prompts = FXCollections.observableArrayList(prompts);
  }

  /** A prompt was drawn; one that is known moves to the front. */
  public void add(String prompt) {
    place = UNFINISHED;
    String words = prompt.strip();
    if (words.isEmpty() || (!prompts.isEmpty() && prompts.get(0).equals(words))) {
      return;
    }
    prompts.remove(words);
    prompts.add(0, words);
    if (prompts.size() > Session.MOST_PROMPTS) {
      prompts.remove(Session.MOST_PROMPTS, prompts.size());
    }
  }

  /** The prompt before the one that is typed now. */
  Optional<String> earlier(String now) {
    settle(now);
    for (int next = place + 1; next < prompts.size(); next++) {
      if (!prompts.get(next).equals(now.strip())) {
        place = next;
        return Optional.of(prompts.get(next));
      }
    }
    return Optional.empty();
  }

  /** The prompt after the one that is typed now; at the end the text that was not drawn yet. */
  Optional<String> later(String now) {
    settle(now);
    if (place == UNFINISHED) {
      return Optional.empty();
    }
    place--;
    return Optional.of(place == UNFINISHED ? unfinished : prompts.get(place));
  }

  /** A text that was changed on the way is the new unfinished one. */
  private void settle(String now) {
    if (place >= prompts.size() || place == UNFINISHED || !prompts.get(place).equals(now)) {
      place = UNFINISHED;
      unfinished = now;
    }
  }

  /** Newest first. */
  public ObservableList<String> prompts() {
    return prompts;
  }
}
