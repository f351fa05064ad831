package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A {@link FakeHub} with a client that waits for nothing and writes down what it would wait. */
final class HubRig implements AutoCloseable {

  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(200);

  final FakeHub hub = new FakeHub();
  final Cancellation cancellation = new Cancellation();

  /** Goes on whenever somebody looks, so that all progress is told. */
  private final AtomicLong clock = new AtomicLong();

  /** What the client would have waited, one after the other. */
  final List<Duration> waits = new ArrayList<>();

  /** The token that the client has. */
  Optional<String> token = Optional.empty();

  /** How long the client waits for the next piece. */
  Duration stall = Duration.ofSeconds(20);

  /** Done in the place of a wait. */
  Consumer<Duration> atWait = time -> {};

  private final Path folder;

  HubRig(Path folder) {
    this.folder = folder;
  }

  HubClient client() {
    HubTimes times = new HubTimes(Duration.ofSeconds(10), Duration.ofSeconds(20), stall);
    HubHttp http = new HubHttp(hub.endpoint(), () -> token, times, "Easel/test");
    return new HubClient(
        hub.endpoint(),
        http,
        (time, wish) -> {
          waits.add(time);
          atWait.accept(time);
          wish.check();
        });
  }

  HubDownload download() {
    return new HubDownload(client(), ClipVocabulary.OPENAI, () -> clock.addAndGet(STEP));
  }

  DownloadPlan plan() {
    return plan(FakeHub.MODEL, Optional.empty());
  }

  DownloadPlan plan(String what, Optional<String> variant) {
    return download().plan(address(what), variant, kind -> folder, cancellation);
  }

  HubAddress address(String what) {
    return HubAddress.parse(what, hub.endpoint());
  }

  Path run(DownloadPlan plan) {
    return download().run(plan, progress -> {}, cancellation);
  }

  Path fetch() {
    return run(plan());
  }

  Path folder() {
    return folder;
  }

  /** The same bytes each time. */
  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  /** Whether the work is refused for that reason. */
  static void refused(HubRefusal.Kind kind, ThrowingCallable work, String... details) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.DOWNLOAD_FAILED);
              assertThat(e.getCause())
                  .isInstanceOfSatisfying(
                      HubRefusal.class,
                      r -> {
                        assertThat(r.kind()).as(r.getMessage()).isEqualTo(kind);
                        assertThat(r.details()).containsAll(List.of(details));
                      });
            });
  }

  @Override
  public void close() {
    hub.close();
  }
}
