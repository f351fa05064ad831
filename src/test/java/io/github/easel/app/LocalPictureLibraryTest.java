package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.PictureLibrary.Kept;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPictureLibraryTest {

  private static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 23, 20, 0, 0);
  private static final LocalDateTime LATER = LocalDateTime.of(2027, 1, 1, 0, 0);

  private final Path root;
  private final LocalPictureLibrary library;

  LocalPictureLibraryTest(@TempDir Path root) {
    this.root = root;
    this.library = new LocalPictureLibrary(root);
  }

  private Path keep(LocalDateTime when, long seed) {
    Clock clock = Clock.fixed(when.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a fox"),
            "Starter",
            new ImageSize(64, 128),
            new Sampling(SamplerKind.DDIM, 30, 5),
            seed);
    Provenance made = new Provenance(request, "Starter", "", "torch-cpu", "none", "Easel test");
    PixelImage pixels = PixelImage.of(64, 128, new byte[3 * 64 * 128]);
    return new PngPictureStore(root, clock)
        .keep(new GenerationResult(pixels, made, new Timings(0, 0, 0, 0, 0), List.of()));
  }

  private static List<Path> files(List<Kept> found) {
    return found.stream().map(Kept::file).toList();
  }

  @Test
  void findsWhatTheStoreKeptNewestFirst() {
    Path yesterday = keep(EVENING.minusDays(1), 1);
    Path early = keep(EVENING.minusHours(9), 2);
    Path late = keep(EVENING, 3);
    List<Kept> found = library.latest(LATER, 200);
    assertThat(files(found)).containsExactly(late, early, yesterday);
    assertThat(found.get(0).made()).isEqualTo(EVENING);
    assertThat(library.latest(EVENING, 200)).isEqualTo(found.subList(1, 3));
  }

  @Test
  void missesNoneFromPageToPage() {
    List<Path> kept = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      kept.add(0, keep(EVENING.plusDays(i / 9).plusSeconds(i / 3), i)); // three of a second
    }
    List<Path> paged = new ArrayList<>();
    LocalDateTime before = LATER;
    for (List<Kept> page = library.latest(before, 4);
        !page.isEmpty();
        page = library.latest(before, 4)) {
      assertThat(page).hasSizeBetween(1, 6);
      paged.addAll(files(page));
      before = page.get(page.size() - 1).made();
    }
    assertThat(paged).containsExactlyInAnyOrderElementsOf(kept).doesNotHaveDuplicates();
  }

  @Test
  void passesOverWhatIsNoPictureOfItsOwn() throws IOException {
    Path mine = keep(EVENING, 1);
    Files.createDirectories(root.resolve("holiday"));
    Files.createFile(root.resolve("holiday").resolve("200001-x.png"));
    Files.createFile(mine.resolveSibling("notes.txt"));
    Path foreign = Files.createFile(mine.resolveSibling("scan.PNG"));
    assertThat(files(library.latest(LATER, 9))).containsExactly(mine, foreign);
    assertThat(new LocalPictureLibrary(root.resolve("absent")).latest(LATER, 9)).isEmpty();
  }

  @Test
  void readsThePictureSmallAndHowItWasMade() throws IOException {
    Path file = keep(EVENING, 7);
    PixelImage small = library.thumbnail(file, 32);
    assertThat(small.width()).isEqualTo(16);
    assertThat(small.height()).isEqualTo(32);
    assertThat(library.thumbnail(file, 500).height()).isEqualTo(128);
    assertThat(library.made(file).orElseThrow().provenance().request().seed()).isEqualTo(7);
    Files.delete(file);
    assertThatThrownBy(() -> library.thumbnail(file, 32))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
  }
}
