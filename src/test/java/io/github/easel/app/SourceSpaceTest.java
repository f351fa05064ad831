package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSpaceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final int BYTES = 100;
  private static final SourceSpace TWO = new SourceSpace(2 * BYTES, Duration.ofDays(30));

  private final Places places;

  SourceSpaceTest(@TempDir Path folder) {
    places =
        new Places(
            folder.resolve("home"), folder.resolve("data"), folder.resolve("Pictures/Easel"));
  }

  private Path copy(String name, int days) throws IOException {
    Files.createDirectories(places.sources());
    Path file = Files.write(places.sources().resolve(name), new byte[BYTES]);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
    return file;
  }

  private static String hash(int digit) {
    return Integer.toHexString(digit).repeat(64);
  }

  @Test
  void theOldestGoUntilAllOthersHaveSpace() throws IOException {
    Path oldest = copy(hash(1) + ".png", 90);
    Path mask = copy("mask-" + hash(2) + ".png", 80);
    Path old = copy(hash(3) + ".png", 70);
    Path young = copy(hash(4) + ".png", 3);
    TWO.clear(places, NOW);
    assertThat(oldest).doesNotExist();
    assertThat(mask).doesNotExist();
    assertThat(old).exists();
    assertThat(young).exists();
  }

  @Test
  void whatIsYoungOrNamedStaysEvenWithoutSpace() throws IOException {
    Path waiting = copy(hash(1) + ".png", 90);
    Path masking = copy("mask-" + hash(2) + ".png", 90);
    Path setAside = copy(hash(3) + ".png", 90);
    Path young = copy(hash(4) + ".png", 29);
    Path own = copy("my picture.png", 900);
    Path gone = copy(hash(5) + ".png", 31);
    Files.writeString(places.queue(), "{\"picture\":\"" + waiting + "\"}");
    Files.writeString(
        places.data().resolve("session.json"), "{\"mask\":\"" + hash(2) + "\", \"broken");
    Files.writeString(places.data().resolve("queue.json.unreadable"), hash(3));
    TWO.clear(places, NOW);
    assertThat(waiting).exists();
    assertThat(masking).exists();
    assertThat(setAside).exists();
    assertThat(young).exists();
    assertThat(own).exists();
    assertThat(gone).doesNotExist();
  }

  @Test
  void nothingGoesWhileThereIsSpace() throws IOException {
    Path one = copy(hash(1) + ".png", 900);
    Path other = copy(hash(2) + ".png", 900);
    TWO.clear(places, NOW);
    assertThat(one).exists();
    assertThat(other).exists();
  }

  @Test
  void doesNothingWhereThereIsNoFolder() {
    TWO.clear(places, NOW);
    assertThat(places.data()).doesNotExist();
  }
}
