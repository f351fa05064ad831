package io.github.easel.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.settings.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptHistoryTest {

  @Test
  void goesBackAndComesAgainToTheUnfinishedText() {
    PromptHistory history = new PromptHistory(List.of("third", "second", "first"));
    assertThat(history.later("unfinished")).isEmpty();
    assertThat(history.earlier("unfinished")).contains("third");
    assertThat(history.earlier("third")).contains("second");
    assertThat(history.earlier("second")).contains("first");
    assertThat(history.earlier("first")).isEmpty();
    assertThat(history.later("first")).contains("second");
    assertThat(history.later("second")).contains("third");
    assertThat(history.later("third")).contains("unfinished");
    assertThat(history.later("unfinished")).isEmpty();
  }

  @Test
  void keepsWhatWasChangedOnTheWay() {
    PromptHistory history = new PromptHistory(List.of("second", "first"));
    assertThat(history.earlier("")).contains("second");
    assertThat(history.earlier("second but better")).contains("second");
    assertThat(history.later("second")).contains("second but better");
  }

  @Test
  void passesOverWhatIsTypedAlready() {
    PromptHistory history = new PromptHistory(List.of("second", "first"));
    assertThat(history.earlier("second")).contains("first");
    assertThat(history.later("first")).contains("second");
  }

  @Test
  void remembersEachPromptOnceNewestFirstAndNotTooMany() {
    PromptHistory history = new PromptHistory(List.of("b", "a"));
    history.add(" a ");
    history.add("a");
    history.add("  ");
    assertThat(history.prompts()).containsExactly("a", "b");
    for (int i = 0; i < Session.MOST_PROMPTS; i++) {
      history.add("prompt " + i);
    }
    assertThat(history.prompts()).hasSize(Session.MOST_PROMPTS).doesNotContain("a", "b");
  }
}
