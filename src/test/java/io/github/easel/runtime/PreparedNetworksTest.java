package io.github.easel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedNetworksTest {

  private static final Path MODEL = Path.of("a", "model.safetensors");

  private final AtomicLong most = new AtomicLong(1_000_000);
  private final Path folder;
  private final PreparedNetworks prepared;

  PreparedNetworksTest(@TempDir Path temporary) {
    folder = temporary.resolve("prepared");
    prepared = new PreparedNetworks(folder, most::get);
  }

  @Test
  void givesBackWhatWasPutThere() throws IOException {
    assertThat(prepared.find("key")).isEmpty();
    assertThat(prepared.all()).isEmpty();
    Path made = make("key", 10);
    assertThat(prepared.find("key")).contains(made);
    assertThat(Files.size(made)).isEqualTo(10);
    assertThat(prepared.all())
        .singleElement()
        .satisfies(one -> assertThat(one.about()).isEqualTo(MODEL.toString()))
        .satisfies(one -> assertThat(one.bytes()).isGreaterThan(10));
  }

  @Test
  void leavesNothingOfWhatFailed() throws IOException {
    assertThatThrownBy(
            () ->
                prepared.make(
                    "key",
                    MODEL,
                    file -> {
                      write(file, 5);
                      throw GenerationException.missing(MODEL);
                    }))
        .isInstanceOf(GenerationException.class);
    assertThat(prepared.find("key")).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatWasUsedLeastLatelyGoesFirst() throws IOException {
    make("old", 1000);
    make("older", 1000);
    age("old", 10);
    age("older", 20);
    most.set(2500);
    make("new", 1000);
    assertThat(prepared.find("new")).isPresent();
    assertThat(prepared.find("old")).isPresent();
    assertThat(prepared.find("older")).isEmpty();
  }

  @Test
  void whatWasJustMadeStaysHoweverLargeItIs() throws IOException {
    most.set(10);
    make("large", 1000);
    assertThat(prepared.find("large")).isPresent();
  }

  @Test
  void beingFoundCountsAsUse() throws IOException {
    make("first", 1000);
    make("second", 1000);
    age("first", 20);
    age("second", 10);
    prepared.find("first");
    most.set(2500);
    make("third", 1000);
    assertThat(prepared.find("first")).isPresent();
    assertThat(prepared.find("second")).isEmpty();
  }

  @Test
  void anotherProgramMayHaveBeenFaster() throws IOException {
    Path made =
        prepared.make(
            "key",
            MODEL,
            file -> {
              write(file, 5);
              make("key", 7);
            });
    assertThat(Files.size(made)).isEqualTo(7);
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Files.writeString(folder, "a file");
    assertThatThrownBy(() -> make("key", 1))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
  }

  @Test
  void clearingTakesAllAway() throws IOException {
    make("first", 10);
    make("second", 10);
    prepared.clear();
    assertThat(prepared.all()).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private void age(String key, long seconds) throws IOException {
    Files.setLastModifiedTime(
        folder.resolve(key).resolve("model.onnx"),
        FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  private Path make(String key, int bytes) {
    return prepared.make(key, MODEL, file -> write(file, bytes));
  }

  private static void write(Path file, int bytes) {
    try {
      Files.write(file, new byte[bytes]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
