package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where copies of pictures go, and under which name. */
class CopiesViewModelTest {

  private final Path folder;
  private final FakeServices store = new FakeServices();
  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  private final PicturesViewModel pictures = new PicturesViewModel(workers, failure -> {});
  private final CopiesViewModel copies = new CopiesViewModel(workers, pictures);
  private final List<Path> suggested = new ArrayList<>();

  CopiesViewModelTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static GenerationResult result() {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a red fox, at night"),
            "Starter",
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 4, 5),
            7);
    return new GenerationResult(
        FakeServices.gradient(64, 64),
        new Provenance(request, "Starter", "", "torch-cpu", "none", "test"),
        new Timings(0, 0, 0, 0, 0),
        List.of());
  }

  private Picture picture() {
    pictures.add(result(), store);
    return pictures.all().get(0);
  }

  @Test
  void beginsInTheUsualFolderAndThenInTheLast() throws IOException {
    Picture picture = picture();
    copies.suggest(picture, folder.resolve("Pictures/not/there"), suggested::add);
    assertThat(suggested.get(0).getParent()).isEqualTo(folder);
    Path other = Files.createDirectory(folder.resolve("other"));
    copies.save(picture, other.resolve("mine.png"));
    copies.suggest(picture, folder, suggested::add);
    assertThat(suggested.get(1).getParent()).isEqualTo(other);
    assertThat(copies.folder().get()).isEqualTo(other);
    Files.delete(other);
    copies.suggest(picture, folder, suggested::add);
    assertThat(suggested.get(2).getParent()).isEqualTo(folder);
  }

  @Test
  void namesACopyAsThePicturesFileWithItsDay() {
    Picture picture = picture();
    LocalDateTime now = LocalDateTime.of(2027, 1, 2, 3, 4, 5);
    picture.keptIn(Path.of("Easel", "2026-11-23", "143502-7-a-red-fox.png"));
    assertThat(CopiesViewModel.name(picture, now)).isEqualTo("2026-11-23-143502-7-a-red-fox.png");
    picture.keptIn(Path.of("mine", "fox.png"));
    assertThat(CopiesViewModel.name(picture, now)).isEqualTo("fox.png");
    store.storeFailure = new GenerationException(Failure.FILE_UNWRITABLE, "full", "x", "full");
    assertThat(CopiesViewModel.name(picture(), now))
        .isEqualTo("2027-01-02-030405-7-a-red-fox-at-night.png");
  }

  @Test
  void tellsWhatWasSavedUntilItIsForgotten() {
    Picture picture = picture();
    assertThat(copies.saved().get()).isNull();
    copies.save(picture, folder.resolve("mine.webp"));
    assertThat(copies.saved().get()).isEqualTo(folder.resolve("mine.webp"));
    copies.forget();
    assertThat(copies.saved().get()).isNull();
    store.storeFailure = new GenerationException(Failure.FILE_UNWRITABLE, "full", "x", "full");
    copies.save(picture, folder.resolve("other.webp"));
    assertThat(copies.saved().get()).isNull();
  }
}
