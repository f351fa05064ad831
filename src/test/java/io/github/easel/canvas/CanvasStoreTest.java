package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanvasStoreTest {

  @TempDir private Path folder;

  private static Path temporary() throws IOException {
    return Files.createTempDirectory("easel-store");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Optional<History> reopened(Path folder) {
    try (CanvasStore store = CanvasStore.open(folder)) {
      assertThat(store.damage()).isEmpty();
      return store.history();
    }
  }

  @Property(tries = 12)
  void givesBackTheCanvasWithAllItsSteps(
      @ForAll @IntRange(min = 0, max = 12) int steps, @ForAll long seed) throws IOException {
    Path folder = temporary();
    try {
      History history = Paintings.history(steps, seed);
      try (CanvasStore store = CanvasStore.open(folder)) {
        store.save(Paintings.history(3, seed + 1));
        store.save(history);
      }
      assertThat(reopened(folder)).hasValueSatisfying(found -> same(found, history));
    } finally {
      delete(folder);
    }
  }

  private static void same(History found, History history) {
    assertThat(Paintings.same(found, history)).isTrue();
  }

  @Test
  void findsNothingAtTheFirstStart() {
    assertThat(reopened(folder.resolve("new"))).isEmpty();
  }

  @Test
  void readsPixelsOfOldStatesAgainThatWentFromMemory() {
    History history = Paintings.history(30, 5);
    History copy = Paintings.history(30, 5);
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(history);
      Resting.letFarStatesRest(history, 4);
      long asleep =
          history.states().stream()
              .flatMap(state -> state.layers().stream())
              .flatMap(layer -> layer.raster().tiles().values().stream())
              .filter(tile -> !tile.awake())
              .count();
      assertThat(asleep).isPositive();
      assertThat(awakeBesidesThePresent(history)).isEqualTo(4);
      while (history.canUndo()) {
        history = history.undo();
        copy = copy.undo();
        assertThat(Paintings.same(history.present(), copy.present())).isTrue();
      }
    }
  }

  @Test
  void keepsWhichCanvasItIs() {
    History history = History.of(Paintings.blank()).push(Paintings.blank().anew());
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(history);
    }
    assertThat(reopened(folder))
        .hasValueSatisfying(
            found -> {
              assertThat(found.present().id()).isEqualTo(history.present().id());
              assertThat(found.undo().present().id()).isEqualTo(Canvas.FIRST);
            });
  }

  @Test
  void nothingRestsOnceThereIsANewerHistory() {
    History history = Paintings.history(30, 5);
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(history);
      int awake = awakeBesidesThePresent(history);
      Resting.letFarStatesRest(history, 0, () -> false);
      assertThat(awakeBesidesThePresent(history)).isEqualTo(awake).isPositive();
      Resting.letFarStatesRest(history, 0, () -> true);
      assertThat(awakeBesidesThePresent(history)).isZero();
    }
  }

  @Test
  void refusesAStepBackWhosePixelsAreGone() throws IOException {
    History first = Paintings.history(30, 5);
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(first);
      Resting.letFarStatesRest(first, 0);
      delete(folder.resolve("1").resolve("tiles"));
      assertThatThrownBy(() -> undone(first))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
    }
  }

  private static int awakeBesidesThePresent(History history) {
    Set<Tile> awake = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Canvas state : history.states()) {
      state.layers().forEach(layer -> awake.addAll(layer.raster().tiles().values()));
    }
    history
        .present()
        .layers()
        .forEach(layer -> layer.raster().tiles().values().forEach(awake::remove));
    awake.removeIf(tile -> !tile.awake());
    return awake.size();
  }

  private static History undone(History history) {
    History back = history;
    while (back.canUndo()) {
      back = back.undo();
    }
    return back;
  }

  @Test
  void opensTheNewestWholeStateAndSaysSo() throws IOException {
    History first = History.of(Paintings.step(Paintings.blank(), 3));
    Layer paint = first.present().layer("paint");
    Raster dotted =
        paint.raster().painted(Shapes.ellipse(2000, 2000, 2050, 2050), Ink.of(0xFF0000));
    History second = first.push(first.present().with(paint.with(dotted)));
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(first);
      List<Path> before = files(folder);
      store.save(second);
      for (Path file : files(folder)) {
        if (!before.contains(file) && !file.toString().endsWith(".json")) {
          Files.write(file, new byte[] {1, 2, 3});
        }
      }
    }
    try (CanvasStore store = CanvasStore.open(folder)) {
      assertThat(store.history()).hasValueSatisfying(found -> same(found, first));
      assertThat(store.damage())
          .hasValueSatisfying(
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.CANVAS_DAMAGED);
                assertThat(e.details()).containsExactly("1");
              });
    }
  }

  @Test
  void goesBackToTheManifestBeforeADamagedOne() throws IOException {
    History first = Paintings.history(2, 3);
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(first);
      store.save(first.push(Paintings.step(first.present(), 99)));
    }
    Path newer = folder.resolve("1").resolve("canvas-a.json");
    String text = Files.readString(newer);
    Files.writeString(newer, text.substring(0, text.length() / 2));
    try (CanvasStore store = CanvasStore.open(folder)) {
      assertThat(store.history()).hasValueSatisfying(found -> same(found, first));
      assertThat(store.damage()).isPresent();
    }
    assertThat(newer.resolveSibling("canvas-a.json.unreadable")).exists();
  }

  @Test
  void saysWhenNothingIsWholeAndLosesNothing() throws IOException {
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(Paintings.history(9, 7));
    }
    int tiles = files(folder.resolve("1").resolve("tiles")).size();
    Files.writeString(folder.resolve("1").resolve("canvas-b.json"), "{");
    try (CanvasStore store = CanvasStore.open(folder)) {
      assertThat(store.history()).isEmpty();
      assertThat(store.damage())
          .hasValueSatisfying(e -> assertThat(e.failure()).isEqualTo(Failure.CANVAS_LOST));
    }
    assertThat(files(folder.resolve("1").resolve("tiles"))).hasSize(tiles);
    // whoever mends the manifest later still finds what it names
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(History.of(Paintings.blank()));
      store.save(History.of(Paintings.blank()));
    }
    reopened(folder);
    assertThat(files(folder.resolve("1").resolve("tiles"))).hasSize(tiles);
  }

  @Test
  void givesTwoProgramsACanvasEach() {
    History one = Paintings.history(3, 1);
    History other = Paintings.history(3, 2);
    try (CanvasStore first = CanvasStore.open(folder);
        CanvasStore second = CanvasStore.open(folder)) {
      first.save(one);
      second.save(other);
    }
    try (CanvasStore first = CanvasStore.open(folder);
        CanvasStore second = CanvasStore.open(folder)) {
      assertThat(first.history()).hasValueSatisfying(found -> same(found, one));
      assertThat(second.history()).hasValueSatisfying(found -> same(found, other));
    }
  }

  @Test
  void sweepsTilesThatNoStateHolds() throws IOException {
    try (CanvasStore store = CanvasStore.open(folder)) {
      store.save(Paintings.history(9, 7));
      store.save(History.of(Paintings.blank()));
      store.save(History.of(Paintings.blank()));
    }
    assertThat(files(folder.resolve("1").resolve("tiles"))).isNotEmpty();
    assertThat(reopened(folder)).isPresent();
    assertThat(files(folder.resolve("1").resolve("tiles"))).isEmpty();
  }
}
