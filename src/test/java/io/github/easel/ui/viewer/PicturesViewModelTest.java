package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ExportWish;
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
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What of the session's pictures is held in memory, and what happens where files fail. */
class PicturesViewModelTest {

  private final FakeServices store = new FakeServices();
  private final Queue<Runnable> files = new ArrayDeque<>();
  private final List<Failure> failures = new ArrayList<>();
  private int saved;
  private final PicturesViewModel pictures =
      new PicturesViewModel(
          new Workers(Runnable::run, Runnable::run, files::add, Runnable::run),
          failure -> failures.add(failure.failure()));

  private Picture add(int width) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a cat"),
            "Starter",
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 4, 5),
            7);
    pictures.add(
        new GenerationResult(
            FakeServices.gradient(width, 64),
            new Provenance(request, "Starter", "", "torch-cpu", "none", "test"),
            new Timings(0, 0, 0, 0, 0),
            List.of()),
        store);
    return pictures.shown().get();
  }

  private void work() {
    while (!files.isEmpty()) {
      files.remove().run();
    }
  }

  @Test
  void holdsThePixelsOfTheShownPictureOnly() {
    Picture first = add(64);
    work();
    assertThat(first.pixels().get()).isNotNull();
    Picture second = add(128);
    assertThat(first.pixels().get()).isNull();
    work();
    assertThat(second.pixels().get()).isNotNull();
    assertThat(first.thumbnail().get().getWidth()).isEqualTo(64);
    assertThat(second.thumbnail().get()).isNotNull();
  }

  @Test
  void reducesOnTheWorker() {
    Picture picture = add(640);
    assertThat(picture.thumbnail().get()).isNull();
    work();
    assertThat(picture.thumbnail().get().getWidth()).isEqualTo(PicturesViewModel.THUMBNAIL);
  }

  @Test
  void readsAnEarlierPictureBackWhenItIsShown() {
    Picture first = add(64);
    work();
    Picture second = add(128);
    work();
    pictures.shown().set(first);
    assertThat(second.pixels().get()).isNull();
    assertThat(store.read).isEmpty();
    work();
    assertThat(first.pixels().get()).isEqualTo(FakeServices.gradient(64, 64));
    assertThat(store.read).containsExactly(first.file().get());
  }

  @Test
  void doesNotHoldWhatWasReadTooLate() {
    Picture first = add(64);
    Picture second = add(128);
    work();
    pictures.shown().set(first);
    pictures.shown().set(second);
    work();
    assertThat(first.pixels().get()).isNull();
    assertThat(second.pixels().get()).isNotNull();
  }

  @Test
  void holdsThePixelsThatNoFileHolds() {
    Picture first = add(64);
    add(128);
    assertThat(first.pixels().get()).isNotNull();
    work();
    assertThat(first.pixels().get()).isNull();
  }

  @Test
  void saysAnErrorWhileKeeping() {
    store.storeFailure = new OutOfMemoryError("heap");
    Picture picture = add(64);
    work();
    assertThat(failures).containsExactly(Failure.OUT_OF_MEMORY);
    assertThat(picture.unkept().get()).isTrue();
    store.storeFailure = null;
    add(128);
    work();
    assertThat(picture.pixels().get()).isNotNull();
  }

  @Test
  void saysThatAFileIsGone() {
    Picture first = add(64);
    add(128);
    work();
    store.lose(first.file().get());
    pictures.shown().set(first);
    work();
    assertThat(failures).containsExactly(Failure.FILE_UNREADABLE);
    assertThat(first.pixels().get()).isNull();
  }

  @Test
  void savesAnEarlierPictureElsewhere() {
    Picture first = add(64);
    add(128);
    work();
    Path mine = Path.of("mine.png");
    pictures.saveAs(first, mine, new ExportWish(true, false), () -> saved++);
    work();
    PixelImage written = store.read(mine);
    assertThat(written.width()).isEqualTo(64);
    assertThat(saved).isEqualTo(1);
  }

  @Test
  void namesAnUnexpectedFailure() {
    store.storeFailure = new GenerationException(Failure.FILE_UNWRITABLE, "full", "x", "full");
    Picture picture = add(64);
    pictures.saveAs(picture, Path.of("mine.png"), new ExportWish(true, false), () -> saved++);
    work();
    assertThat(failures).containsExactly(Failure.FILE_UNWRITABLE, Failure.FILE_UNWRITABLE);
    assertThat(saved).isZero();
  }

  @Test
  void keepsAgainWhatCouldNotBeKept() {
    store.storeFailure = new GenerationException(Failure.FILE_UNWRITABLE, "full", "x", "full");
    Picture first = add(64);
    Picture second = add(128);
    work();
    assertThat(first.unkept().get()).isTrue();
    store.storeFailure = null;
    pictures.keepAgain();
    work();
    assertThat(List.of(first, second)).noneMatch(one -> one.unkept().get());
    assertThat(store.read(first.file().get()).width()).isEqualTo(64);
    assertThat(store.read(second.file().get()).width()).isEqualTo(128);
    assertThat(first.pixels().get()).isNull(); // a file holds them
  }
}
