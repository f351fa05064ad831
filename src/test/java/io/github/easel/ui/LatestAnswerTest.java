package io.github.easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LatestAnswerTest {

  private final Queue<Runnable> aside = new ArrayDeque<>();
  private final Queue<Runnable> window = new ArrayDeque<>();
  private final LatestAnswer answer =
      new LatestAnswer(new Workers(window::add, Runnable::run, Runnable::run, aside::add));
  private final StringBuilder heard = new StringBuilder();

  private static void work(Queue<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  @Test
  void onlyTheLatestQuestionIsAnswered() {
    StringBuilder asked = new StringBuilder();
    for (String text : List.of("a", "ab", "abc")) {
      answer.ask(() -> asked.append(text).append(' '), found -> heard.append(text));
    }
    work(aside);
    work(window);
    assertThat(asked).hasToString("abc ");
    assertThat(heard).hasToString("abc");
  }

  @Test
  void anAnswerIsDroppedThatNobodyAwaitsAnyMore() {
    answer.ask(() -> "found", heard::append);
    work(aside);
    answer.forget();
    work(window);
    assertThat(heard).isEmpty();
  }

  @Test
  void tellsWhyThereIsNoAnswer() {
    List<Failure> failures = new ArrayList<>();
    Consumer<GenerationException> listening = failure -> failures.add(failure.failure());
    answer.<String>ask(
        aside::add,
        () -> {
          throw new OutOfMemoryError("test");
        },
        heard::append,
        listening);
    work(aside);
    work(window);
    answer.<String>ask(
        aside::add,
        () -> {
          throw new GenerationException(Failure.FILE_UNREADABLE, "test");
        },
        heard::append,
        listening);
    work(aside);
    work(window);
    assertThat(heard).isEmpty();
    assertThat(failures).containsExactly(Failure.OUT_OF_MEMORY, Failure.FILE_UNREADABLE);
  }
}
