package io.github.easel.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.queue.LogEntry.Kind;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class LogViewModelTest {

  private static final Locale GEORGIAN = Locale.forLanguageTag("ka");

  private final LogViewModel log =
      new LogViewModel(
          Runnable::run, Clock.fixed(Instant.parse("2026-11-23T09:05:07Z"), ZoneOffset.UTC));
  private final StudioLog studio =
      new StudioLog(log, Messages.of("queue", new SimpleObjectProperty<>(Language.ENGLISH)));

  @Test
  void listsTheNewestFirstAndCopiesTheOldestFirst() {
    log.add(Kind.NOTICE, locale -> "one");
    log.add(Kind.PROBLEM, locale -> "two", "why\nindeed\n");
    assertThat(log.shown()).extracting(LogEntry::kind).containsExactly(Kind.PROBLEM, Kind.NOTICE);
    assertThat(log.text(Locale.ENGLISH))
        .isEqualTo("09:05:07  one\n09:05:07  two\n    why\n    indeed\n");
  }

  @Test
  void saysTheSameInTheOtherLanguage() {
    studio.opened("Starter", 1.26);
    assertThat(log.text(Locale.ENGLISH)).contains("Opened the model Starter in 1.3 s.");
    assertThat(log.text(GEORGIAN)).contains("მოდელი Starter გაიხსნა 1,3 წამში.");
  }

  @Test
  void tellsFailuresWithTheirFacts() {
    studio.failed(new GenerationException(Failure.NOT_FINITE, "NaN at step 3", "3"));
    LogEntry entry = log.shown().get(0);
    assertThat(entry.kind()).isEqualTo(Kind.PROBLEM);
    assertThat(entry.details()).contains("NaN at step 3");
    assertThat(entry.text().in(GEORGIAN)).isNotEqualTo(entry.text().in(Locale.ENGLISH));
  }

  @Test
  void showsProblemsOnlyOnWish() {
    log.add(Kind.FILE, locale -> "saved");
    log.add(Kind.PROBLEM, locale -> "lost");
    log.problemsOnly().set(true);
    assertThat(log.shown()).extracting(LogEntry::kind).containsExactly(Kind.PROBLEM);
    log.add(Kind.FILE, locale -> "saved");
    assertThat(log.shown()).hasSize(1);
    log.problemsOnly().set(false);
    assertThat(log.shown()).hasSize(3);
  }

  @Test
  void forgetsTheOldest() {
    for (int i = 0; i < LogViewModel.MOST + 5; i++) {
      String text = "entry " + i;
      log.add(Kind.FILE, locale -> text);
    }
    assertThat(log.shown()).hasSize(LogViewModel.MOST);
    assertThat(log.shown().get(LogViewModel.MOST - 1).text().in(Locale.ENGLISH))
        .isEqualTo("entry 5");
  }
}
