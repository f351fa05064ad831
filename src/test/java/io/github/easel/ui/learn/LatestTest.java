package io.github.easel.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {

  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final Latest latest =
      new Latest(
          worker::add, Runnable::run, failure -> heard.add(String.valueOf(failure.failure())));

  private void ask(String question) {
    latest.ask(cancellation -> question, heard::add);
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }

  @Test
  void answersTheFirstAndTheLastOfManyQuestions() {
    for (int i = 0; i < 10; i++) {
      ask("question " + i);
    }
    assertThat(worker).hasSize(1);
    work();
    assertThat(heard).containsExactly("question 0", "question 9");
    ask("later");
    work();
    assertThat(heard).contains("later");
  }

  @Test
  void forgetsWhatIsInterrupted() {
    ask("old");
    ask("waiting");
    latest.interrupt();
    ask("new");
    work();
    assertThat(heard).containsExactly("new");
  }

  @Test
  void interruptsWhatIsUnderWay() {
    latest.ask(
        cancellation -> {
          latest.interrupt();
          cancellation.check();
          return "never";
        },
        heard::add);
    work();
    assertThat(heard).isEmpty();
    ask("next");
    work();
    assertThat(heard).containsExactly("next");
  }

  @Test
  void tellsWhatFailedAndGoesOn() {
    latest.<String>ask(
        cancellation -> {
          throw new GenerationException(Failure.OUT_OF_MEMORY, "test", "decoder");
        },
        heard::add);
    ask("next");
    work();
    assertThat(heard).containsExactly("OUT_OF_MEMORY", "next");
  }
}
