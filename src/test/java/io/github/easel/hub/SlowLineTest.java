package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines on which nothing comes for a while. */
class SlowLineTest {

  private static final String NAME = "dream.safetensors";
  private static final byte[] CONTENT = HubRig.bytes(400_000);

  private final HubRig rig;
  private final FakeHub hub;

  SlowLineTest(@TempDir Path folder) {
    rig = new HubRig(folder);
    hub = rig.hub.with(NAME, CONTENT);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void assertFetched() {
    assertThat(rig.fetch()).hasBinaryContent(CONTENT);
  }

  private List<FakeHub.Asked> storage() {
    return hub.asked.stream().filter(asked -> asked.path().startsWith("/storage/")).toList();
  }

  @Test
  void aStalledLineIsLeftAndGoneOnWith() {
    CountDownLatch over = new CountDownLatch(1);
    rig.stall = Duration.ofMillis(300);
    hub.next("/storage/", stalling(50_000, over));
    try {
      assertFetched();
    } finally {
      over.countDown();
    }
    assertThat(storage().get(1).range()).isEqualTo("bytes=50000-");
  }

  @Test
  void aLineThatKeepsStallingIsGivenUp() {
    CountDownLatch over = new CountDownLatch(1);
    rig.stall = Duration.ofMillis(100);
    for (int i = 0; i < 7; i++) {
      hub.next("/storage/", stalling(0, over));
    }
    try {
      HubRig.refused(Kind.STALLED, rig::fetch, "127.0.0.1");
    } finally {
      over.countDown();
    }
  }

  @Test
  void aSlowLineIsNotAStalledOne() {
    // each piece comes when the one before it has been read; in all that takes as long as it takes
    rig.stall = Duration.ofSeconds(20);
    hub.next(
        "/storage/",
        exchange -> {
          exchange.sendResponseHeaders(200, CONTENT.length);
          for (int i = 0; i < CONTENT.length; i += 1_000) {
            FakeHub.write(exchange, CONTENT, i, i + 1_000);
          }
        });
    assertFetched();
    assertThat(storage()).hasSize(1);
  }

  @Test
  void aCancellationEndsAStalledLineAtOnce() {
    CountDownLatch over = new CountDownLatch(1);
    rig.stall = Duration.ofMinutes(10);
    hub.next("/storage/", stalling(50_000, over));
    DownloadPlan plan = rig.plan();
    CountDownLatch come = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              try {
                come.await();
                rig.cancellation.cancel();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    other.start();
    try {
      assertThatThrownBy(
              () ->
                  rig.download()
                      .run(
                          plan,
                          progress -> {
                            if (progress.done() == 50_000) {
                              come.countDown();
                            }
                          },
                          rig.cancellation))
          .isInstanceOfSatisfying(
              GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    } finally {
      over.countDown();
    }
    assertThat(PartState.part(plan.staging().resolve(NAME))).hasSize(50_000);
  }

  private HttpHandler stalling(int bytes, CountDownLatch over) {
    return exchange -> {
      exchange.getResponseHeaders().add("ETag", "\"first-" + NAME + "\"");
      exchange.sendResponseHeaders(200, CONTENT.length);
      FakeHub.write(exchange, CONTENT, 0, bytes);
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Test
  void aCancellationWhileNothingIsAnsweredEndsAtOnce() {
    CountDownLatch over = new CountDownLatch(1);
    hub.next(
        FakeHub.resolve(NAME),
        exchange -> {
          rig.cancellation.cancel();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    DownloadPlan plan = rig.plan();
    try {
      assertThatThrownBy(() -> rig.run(plan))
          .isInstanceOfSatisfying(
              GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    } finally {
      over.countDown();
    }
  }
}
