package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.CanvasService.Found;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Project;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCanvasServiceTest {

  @TempDir private Path folder;

  private static History history(int x) {
    return History.of(Canvas.empty("Mask", new Area(x, 0, 8, 8)));
  }

  private static Optional<Integer> x(Found found) {
    return found.history().map(history -> history.present().frame().x());
  }

  @Test
  void keepsTheLastOfManyAndGivesItBack() {
    try (CanvasService service = new LocalCanvasService(folder)) {
      assertThat(service.open()).isEqualTo(Found.NOTHING);
      CompletionStage<Void> last = service.keep(history(0));
      for (int i = 1; i <= 50; i++) {
        last = service.keep(history(i));
      }
      last.toCompletableFuture().join();
    }
    try (CanvasService service = new LocalCanvasService(folder)) {
      assertThat(x(service.open())).contains(50);
    }
  }

  @Test
  void writesWhatWaitsBeforeItCloses() {
    try (CanvasService service = new LocalCanvasService(folder)) {
      service.open();
      service.keep(history(7));
    }
    try (CanvasService service = new LocalCanvasService(folder)) {
      assertThat(x(service.open())).contains(7);
    }
  }

  @Test
  void nobodyElseGetsTheCanvasWhileItIsStillWritten() {
    LocalCanvasService slow = new LocalCanvasService(folder, Duration.ofMillis(1));
    slow.open();
    CountDownLatch goOn = new CountDownLatch(1);
    synchronized (slow) { // so that the worker is the one that waits
      slow.keep(history(7)).thenRun(() -> await(goOn));
    }
    CompletionStage<Void> last = slow.keep(history(8));
    slow.close();
    try (CanvasService other = new LocalCanvasService(folder)) {
      Found found = other.open();
      assertThat(found.history()).isEmpty();
      assertThat(found.beside()).isTrue();
      goOn.countDown();
      last.toCompletableFuture().join();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void saysWhyNothingCanBeKept() throws IOException {
    try (CanvasService service = new LocalCanvasService(folder)) {
      service.open();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted((one, other) -> other.compareTo(one)).toList()) {
          Files.delete(file);
        }
      }
      assertThatThrownBy(() -> service.keep(history(7)).toCompletableFuture().join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
    }
  }

  @Test
  void savesAndReadsProjects() {
    Path file = folder.resolve("a" + Project.ENDING);
    try (CanvasService service = new LocalCanvasService(folder.resolve("canvas"))) {
      service.save(new Project(history(9), "{\"a\":1}"), file);
      Project found = service.read(file);
      assertThat(found.draft()).isEqualTo("{\"a\":1}");
      assertThat(found.history().present()).isEqualTo(history(9).present());
    }
  }

  @Test
  void hasSentencesForAllThatMayBeWrongWithACanvas() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, new Locale("ka")}) {
      UserMessages messages = new UserMessages(locale);
      assertThat(messages.of(new GenerationException(Failure.CANVAS_DAMAGED, "x", "3")))
          .contains("3");
      assertThat(messages.of(new GenerationException(Failure.TOO_MANY_LAYERS, "x", "64")))
          .contains("64");
      assertThat(messages.of(new GenerationException(Failure.PROJECT_TOO_NEW, "x", "a.easel", "2")))
          .contains("a.easel")
          .contains("2");
    }
  }
}
