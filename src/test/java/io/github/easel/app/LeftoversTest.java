package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(25));
  private static final Instant LATELY = NOW.minus(Duration.ofHours(23));

  private final Places places;

  LeftoversTest(@TempDir Path folder) {
    places =
        new Places(
            folder.resolve("home"), folder.resolve("data"), folder.resolve("Pictures/Easel"));
  }

  private static Path file(Path folder, String name, Instant changed) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve(name), "half");
    Files.setLastModifiedTime(file, FileTime.from(changed));
    return file;
  }

  private static String part() {
    return ".easel-" + UUID.randomUUID() + ".part";
  }

  @Test
  void clearsWhatNobodyWritesAnyMoreAndNothingElse() throws IOException {
    Path day = places.pictures().resolve("2026-11-20");
    Path ofSession = file(places.data(), part(), LONG_AGO);
    Path ofSource = file(places.sources(), part(), LONG_AGO);
    Path ofPicture = file(day, part(), LONG_AGO);
    Path fresh = file(places.data(), part(), LATELY);
    Path picture = file(day, "120000-7-a cat.png", LONG_AGO);
    Path own = file(places.data(), ".easel-mine.part", LONG_AGO);
    Path elsewhere = file(places.pictures().resolve("My folder"), part(), LONG_AGO);
    Leftovers.clear(places, NOW);
    assertThat(ofSession).doesNotExist();
    assertThat(ofSource).doesNotExist();
    assertThat(ofPicture).doesNotExist();
    assertThat(fresh).exists();
    assertThat(picture).exists();
    assertThat(own).exists();
    assertThat(elsewhere).exists();
  }

  @Test
  void clearsHalfAModelUnlessSomethingInItIsNew() throws IOException {
    Path dead = places.data().resolve(part());
    file(dead.resolve("unet"), "model.onnx", LONG_AGO);
    Files.setLastModifiedTime(dead.resolve("unet"), FileTime.from(LONG_AGO));
    Files.setLastModifiedTime(dead, FileTime.from(LONG_AGO));
    Path alive = places.data().resolve(part());
    file(alive.resolve("unet"), "model.onnx", LATELY);
    Files.setLastModifiedTime(alive.resolve("unet"), FileTime.from(LONG_AGO));
    Files.setLastModifiedTime(alive, FileTime.from(LONG_AGO));
    Leftovers.clear(places, NOW);
    assertThat(dead).doesNotExist();
    assertThat(alive.resolve("unet").resolve("model.onnx")).exists();
  }

  @Test
  void clearsTheLibrariesOfProgramsThatWereKilled() throws IOException {
    Path dead = file(places.nativeLibraries(), "sqlite-3-libsqlitejdbc.so", LONG_AGO);
    Path lock = file(places.nativeLibraries(), "sqlite-3-libsqlitejdbc.so.lck", LONG_AGO);
    Path young = file(places.nativeLibraries(), "sqlite-4-libsqlitejdbc.so", LATELY);
    Path other = file(places.nativeLibraries(), "mine.so", LONG_AGO);
    Leftovers.clear(places, NOW);
    assertThat(dead).doesNotExist();
    assertThat(lock).doesNotExist();
    assertThat(young).exists();
    assertThat(other).exists();
  }

  @Test
  void findsNothingWhereThereIsNoFolder() {
    Leftovers.clear(places, NOW);
    assertThat(places.data()).doesNotExist();
  }
}
