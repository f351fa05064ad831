package io.github.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.settings.Settings.Compose;
import io.github.easel.settings.Settings.WindowSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

  private static final Settings SOME =
      new Settings(
          "ka",
          "dark",
          new WindowSize(1100, 700),
          new Compose("სახლი ტყეში", "blur", "starter", 128, 192, 30, 6.5, "DDIM", "Karras", "42"));

  private final Path folder;

  SettingsStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsBackWhatItWrote() {
    Path file = folder.resolve("deep").resolve("settings.json");
    new SettingsStore(file, Runnable::run).save(SOME);
    assertThat(new SettingsStore(file, Runnable::run).load()).isEqualTo(SOME);
    assertThat(folder.resolve("deep").toFile().list()).containsExactly("settings.json");
  }

  @Test
  void writesIntoALinkedFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, real);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("links cannot be made here: " + e);
    }
    new SettingsStore(link.resolve("settings.json"), Runnable::run).save(SOME);
    assertThat(real.resolve("settings.json")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "-3", "0", "1e300"})
  void takesTheDefaultForASizeThatNoScreenHas(String side) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("size.json"),
            "{\"theme\":\"dark\",\"window\":{\"width\":%s,\"height\":800}}".formatted(side));
    Settings read = new SettingsStore(file, Runnable::run).load();
    assertThat(read.window()).isEqualTo(new WindowSize(1440, 800));
    assertThat(read.theme()).isEqualTo("dark");
  }

  @Test
  void startsFromDefaultsWithoutFile() {
    assertThat(new SettingsStore(folder.resolve("none.json"), Runnable::run).load())
        .isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void takesDefaultsForABadFile() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), "{\"theme\": [");
    assertThat(new SettingsStore(file, Runnable::run).load()).isEqualTo(Settings.DEFAULTS);
    Files.writeString(file, "null");
    assertThat(new SettingsStore(file, Runnable::run).load()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void forgivesMissingAndUnknownParts() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("part.json"),
            "{\"theme\":\"dark\",\"later\":1,\"compose\":{\"prompt\":\"a cat\"}}");
    Settings read = new SettingsStore(file, Runnable::run).load();
    assertThat(read.theme()).isEqualTo("dark");
    assertThat(read.compose().prompt()).isEqualTo("a cat");
    assertThat(read.compose().model()).isEmpty();
    assertThat(read.window()).isEqualTo(new WindowSize(1440, 900));
  }

  @Test
  void writesOnlyTheLastOfSeveralThatWait() {
    List<Runnable> tasks = new ArrayList<>();
    SettingsStore store = new SettingsStore(folder.resolve("s.json"), tasks::add);
    store.save(Settings.DEFAULTS);
    store.save(SOME);
    assertThat(tasks).hasSize(1);
    tasks.get(0).run();
    assertThat(store.load()).isEqualTo(SOME);
  }

  @Test
  void survivesAFileThatCannotBeWritten() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("settings.json");
    SettingsStore store = new SettingsStore(blocked, Runnable::run);
    store.save(SOME);
    assertThat(store.load()).isEqualTo(Settings.DEFAULTS);
  }
}
