package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file over lines and servers of every kind. */
class FileDownloadTest {

  private static final String NAME = "dream.safetensors";
  private static final byte[] CONTENT = HubRig.bytes(400_000);

  private final Path folder;
  private final HubRig rig;
  private final FakeHub hub;

  FileDownloadTest(@TempDir Path folder) {
    this.folder = folder;
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

  private Path part() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".part")).findFirst().orElseThrow();
    }
  }

  private void breakOff(int bytes) {
    hub.next("/storage/", hub.dropped(NAME, bytes));
    rig.atWait =
        time -> {
          throw new IllegalStateException("here the program is killed");
        };
    assertThatThrownBy(rig::fetch).hasMessageContaining("killed");
    rig.atWait = time -> {};
  }

  @Test
  void aDroppedLineGoesOnWhereItWas() {
    hub.next("/storage/", hub.dropped(NAME, 150_000));
    assertFetched();
    assertThat(storage()).hasSize(2);
    assertThat(storage().get(0).range()).isEmpty();
    assertThat(storage().get(1).range()).isEqualTo("bytes=150000-");
    assertThat(storage().get(1).ifRange()).isEqualTo("\"first-" + NAME + "\"");
    assertThat(rig.waits).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aLineThatDropsAgainAndAgainGetsThereInTheEnd() {
    hub.next("/storage/", hub.dropped(NAME, 1_000));
    for (int i = 2; i < 30; i++) {
      int to = i * 1_000;
      hub.next(
          "/storage/",
          exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"first-" + NAME + "\"");
            exchange
                .getResponseHeaders()
                .add("Content-Range", "bytes %d-399999/400000".formatted(to - 1_000));
            exchange.sendResponseHeaders(206, 400_000 - (to - 1_000));
            FakeHub.write(exchange, CONTENT, to - 1_000, to);
          });
    }
    assertFetched();
    // what gets further does not count as failure upon failure
    assertThat(rig.waits).hasSize(29).containsOnly(Duration.ofSeconds(1));
  }

  @Test
  void aLineThatNeverGetsAnywhereIsGivenUpAndThePartKept() throws IOException {
    hub.next("/storage/", hub.dropped(NAME, 5_000));
    for (int i = 0; i < 6; i++) {
      hub.next("/storage/", FakeHub.status(503));
    }
    HubRig.refused(Kind.SERVER_FAILED, rig::fetch, "127.0.0.1", "503");
    assertThat(part()).hasSize(5_000);
    assertThat(rig.plan().present()).isEqualTo(5_000);
    assertFetched();
  }

  @Test
  void aKilledProgramsPartIsGoneOnWith() throws IOException {
    breakOff(123_456);
    assertThat(part()).hasSize(123_456);
    assertThat(rig.plan().present()).isEqualTo(123_456);
    assertFetched();
    assertThat(storage().get(1).range()).isEqualTo("bytes=123456-");
  }

  @Test
  void aChangedFileBeginsAnew() {
    breakOff(100_000);
    hub.tag = "second";
    assertFetched();
    assertThat(storage().get(1).ifRange()).contains("first");
  }

  @Test
  void aChangedFileBeginsAnewThoughTheServerForgetsToSaySo() {
    breakOff(100_000);
    hub.next(
        "/storage/",
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"second\"");
          exchange.getResponseHeaders().add("Content-Range", "bytes 100000-399999/400000");
          exchange.sendResponseHeaders(206, 300_000);
          FakeHub.write(exchange, HubRig.bytes(300_000), 0, 300_000);
        });
    assertFetched();
  }

  @Test
  void anotherFileOfThatNameBeginsAnew() throws IOException {
    breakOff(100_000);
    byte[] other = HubRig.bytes(350_000);
    try (HubRig changed = new HubRig(folder)) {
      changed.hub.with(NAME, other);
      assertThat(changed.plan().present()).isZero();
      assertThat(changed.fetch()).hasBinaryContent(other);
      assertThat(changed.hub.asked).allMatch(asked -> asked.range().isEmpty());
    }
  }

  @Test
  void aServerWithoutRangesBeginsAnew() {
    hub.ranges = false;
    hub.next("/storage/", hub.dropped(NAME, 150_000));
    assertFetched();
    assertThat(storage().get(1).range()).isEqualTo("bytes=150000-");
  }

  @Test
  void aRangeThatWasNotAskedForBeginsAnew() {
    breakOff(100_000);
    hub.next(
        "/storage/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes 5-399999/400000");
          exchange.sendResponseHeaders(206, 399_995);
          FakeHub.write(exchange, CONTENT, 5, 400_000);
        });
    assertFetched();
  }

  @Test
  void aRangeThatTheServerRefusesBeginsAnew() {
    breakOff(100_000);
    hub.next("/storage/", FakeHub.status(416));
    assertFetched();
    assertThat(storage().get(2).range()).isEmpty();
  }

  @Test
  void anAnswerWithoutALengthThatEndsEarlyIsGoneOnWith() {
    hub.next(
        "/storage/",
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"first-" + NAME + "\"");
          exchange.sendResponseHeaders(200, 0); // in chunks
          FakeHub.write(exchange, CONTENT, 0, 77_000);
        });
    assertFetched();
    assertThat(storage().get(1).range()).isEqualTo("bytes=77000-");
  }

  @Test
  void aFileOfAnotherLengthIsRefused() {
    hub.next("/storage/", exchange -> FakeHub.send(exchange, HubRig.bytes(399_999)));
    HubRig.refused(Kind.LENGTH_DIFFERS, rig::fetch, NAME, "400000", "399999");
  }

  @Test
  void aFileWithoutAnEndIsRefused() throws IOException {
    hub.next(
        "/storage/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 3; i++) {
            FakeHub.write(exchange, CONTENT, 0, CONTENT.length);
          }
        });
    HubRig.refused(Kind.LENGTH_DIFFERS, rig::fetch, NAME);
    assertThat(part().toFile().length()).isLessThanOrEqualTo(CONTENT.length);
  }

  @Test
  void aDamagedFileIsFetchedOnceMore() {
    byte[] damaged = CONTENT.clone();
    damaged[200_000] ^= 1;
    hub.next("/storage/", exchange -> FakeHub.send(exchange, damaged));
    assertFetched();
    assertThat(storage()).hasSize(2).allMatch(asked -> asked.range().isEmpty());
  }

  @Test
  void aFileThatStaysDamagedIsRefusedAndNotKept() throws IOException {
    hub.claim(NAME, "ab".repeat(32));
    HubRig.refused(Kind.HASH_DIFFERS, rig::fetch, NAME);
    assertThat(storage()).hasSize(2);
    assertThat(folder.resolve(NAME)).doesNotExist();
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).map(Path::toString))
          .noneMatch(name -> name.contains(NAME + ".part"));
    }
  }

  @Test
  void aDamagedPartIsFoundOutAtTheEnd() throws IOException {
    breakOff(100_000);
    byte[] damaged = Files.readAllBytes(part());
    damaged[7] ^= 1;
    Files.write(part(), damaged);
    assertFetched();
    assertThat(storage()).hasSize(3);
    assertThat(storage().get(1).range()).isEqualTo("bytes=100000-");
    assertThat(storage().get(2).range()).isEmpty();
  }

  @Test
  void aPageInThePlaceOfAFileIsRefused() {
    hub.next("/storage/", FakeHub.text("text/html", "<html>Welcome to the hotel</html>"));
    HubRig.refused(Kind.HTML_ANSWER, rig::fetch, NAME, "localhost");
  }

  @Test
  void anAddressThatGrewOldIsAskedForAnew() {
    hub.next("/storage/", FakeHub.status(403));
    assertFetched();
    assertThat(hub.count(FakeHub.resolve(NAME))).isEqualTo(2);
  }

  @Test
  void aPackedFileIsUnpackedAndNotGoneOnWith() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(CONTENT);
    }
    byte[] packed = out.toByteArray();
    hub.next(
        "/storage/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.getResponseHeaders().add("ETag", "\"packed\"");
          exchange.sendResponseHeaders(200, packed.length);
          FakeHub.write(exchange, packed, 0, packed.length / 2);
        });
    hub.next(
        "/storage/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          FakeHub.send(exchange, packed);
        });
    assertFetched();
    assertThat(storage().get(1).ifRange()).isEmpty();
  }

  @Test
  void packedBytesInARangeBeginAnew() {
    breakOff(100_000);
    hub.next(
        "/storage/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.getResponseHeaders().add("Content-Range", "bytes 100000-399999/400000");
          exchange.sendResponseHeaders(206, 10);
          FakeHub.write(exchange, CONTENT, 0, 10);
        });
    assertFetched();
  }

  @Test
  void anEmptyFileIsAFile() {
    String link = hub.endpoint().root() + "/" + FakeHub.MODEL + "/blob/main/none.bin";
    hub.with("none.bin", "");
    assertThat(rig.run(rig.plan(link, Optional.empty()))).isEmptyFile();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNoFaultOfTheLine() throws IOException {
    Path file = Files.writeString(folder.resolve("in-the-way"), "x");
    try (HubRig stuck = new HubRig(file)) {
      stuck.hub.with(NAME, CONTENT);
      assertThatThrownBy(stuck::fetch)
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
      assertThat(stuck.waits).isEmpty();
    }
  }
}
