package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPictureLibraryTest {

  private static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 23, 20, 0, 0);

  private final Path root;
  private final LocalPictureLibrary library;

  LocalPictureLibraryTest(@TempDir Path root) {
    this.root = root;
    this.library = new LocalPictureLibrary();
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
