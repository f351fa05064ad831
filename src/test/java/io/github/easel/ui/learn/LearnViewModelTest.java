package io.github.easel.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LearnService;
import io.github.easel.app.LearnService.StepPicture;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.generation.Timings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page without a window; all workers are this thread. */
class LearnViewModelTest {

  private static final int STEPS = 5;

  private final List<GenerationException> failures = new ArrayList<>();
  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  private final PicturesViewModel pictures = new PicturesViewModel(workers, failures::add);
  private final LearnService learning = FakeServices.learningOfNoModel();
  private boolean drawing;
  private final LearnViewModel learn =
      new LearnViewModel(pictures, () -> "starter", () -> drawing, workers, failures::add);
  private final NoisingViewModel noising = learn.noising();
  private final StepsViewModel steps = learn.steps();

  private static GenerationRequest request(double guidance) {
    return new GenerationRequest(
        Prompt.of("a cat"),
        "starter",
        new ImageSize(64, 64),
        new Sampling(SamplerKind.DDIM, STEPS, guidance),
        3);
  }

  private void draw(double guidance) {
    ProgressListener recording = learning.recording(request(guidance), ProgressListener.NONE);
    for (int step = 1; step <= STEPS; step++) {
      recording.onDetail(Details.of(step, STEPS, guidance > 1));
    }
    recording.on(new Progress(Stage.DECODING, STEPS, STEPS, 0));
    PixelImage image = FakeServices.gradient(64, 64);
    pictures.add(
        new GenerationResult(
            image,
            new Provenance(request(guidance), "starter", "", "torch-cpu", "none", "test"),
            new Timings(0, 0, 1, 1, 0),
            List.of()),
        new FakeServices());
  }

  private void open() {
    learn.open(learning);
    learn.shown(true);
  }

  @Test
  void restsUntilTheServicesAreOpen() {
    learn.shown(true);
    assertThat(noising.original().get()).isNull();
    assertThat(steps.run().get()).isNull();
    noising.play(true);
    steps.play(true);
    noising.scrub(10);
    steps.scrub(1);
    assertThat(noising.playing().get()).isFalse();
    assertThat(steps.playing().get()).isFalse();
    assertThat(noising.timestep().get()).isEqualTo(-1);
    learn.open(learning);
    assertThat(noising.original().get()).isNotNull();
  }

  @Test
  void beginsWithAnExample() {
    open();
    assertThat(noising.chosen().get()).isNull();
    assertThat(noising.original().get()).isEqualTo(ExamplePicture.paint());
    assertThat(noising.timestep().get()).isEqualTo(299);
    assertThat(noising.noised().get())
        .isEqualTo(learning.noised(ExamplePicture.paint(), 299, 1, "starter"));
    assertThat(failures).isEmpty();
  }

  @Test
  void takesThePictureThatIsShown() {
    open();
    draw(5);
    learn.shown(true);
    assertThat(noising.chosen().get()).isSameAs(pictures.all().get(0));
    assertThat(noising.original().get()).isEqualTo(FakeServices.gradient(64, 64));
    noising.chosen().set(null);
    assertThat(noising.original().get()).isEqualTo(ExamplePicture.paint());
  }

  @Test
  void noisesAsTheSliderSays() {
    open();
    noising.scrub(900);
    PixelImage much = noising.noised().get();
    noising.scrub(-7);
    assertThat(noising.timestep().get()).isZero();
    assertThat(noising.noised().get()).isNotEqualTo(much);
    noising.scrub(5000);
    assertThat(noising.timestep().get()).isEqualTo(999);
  }

  @Test
  void playsUpAndDown() {
    open();
    noising.scrub(0);
    learn.playOrStop();
    assertThat(noising.playing().get()).isTrue();
    learn.advance(3);
    assertThat(noising.timestep().get()).isEqualTo(500);
    learn.advance(4);
    assertThat(noising.timestep().get()).isEqualTo(999);
    learn.advance(3);
    assertThat(noising.timestep().get()).isEqualTo(499);
    noising.scrub(100);
    assertThat(noising.playing().get()).isFalse();
    learn.advance(1);
    assertThat(noising.timestep().get()).isEqualTo(100);
  }

  @Test
  void stopsPlayingWhenNobodyLooks() {
    open();
    learn.playOrStop();
    learn.part().set(LearnViewModel.Part.PICTURE);
    assertThat(noising.playing().get()).isFalse();
    draw(5);
    learn.playOrStop();
    assertThat(steps.playing().get()).isTrue();
    learn.shown(false);
    assertThat(steps.playing().get()).isFalse();
  }

  @Test
  void walksThroughTheStepsOfTheLastPicture() {
    open();
    draw(5);
    assertThat(steps.run().get()).isSameAs(learning.lastRun().orElseThrow());
    assertThat(steps.index().get()).isZero();
    assertThat(steps.latents().get().width()).isEqualTo(8);
    PixelImage first = steps.clean().get();
    steps.scrub(1);
    assertThat(steps.step().get().step()).isEqualTo(2);
    assertThat(steps.clean().get()).isNotEqualTo(first);
    steps.scrub(0);
    assertThat(steps.clean().get()).isEqualTo(first);
    steps.scrub(99);
    assertThat(steps.index().get()).isEqualTo(STEPS - 1);
    assertThat(failures).isEmpty();
  }

  @Test
  void comparesTheSidesOfGuidance() {
    open();
    draw(5);
    assertThat(steps.guided()).isTrue();
    assertThat(steps.side().get()).isEqualTo(StepPicture.WITHOUT_WORDS);
    PixelImage without = steps.compared().get();
    steps.side().set(StepPicture.WITH_WORDS);
    assertThat(steps.compared().get()).isNotEqualTo(without);
    steps.side().set(StepPicture.CLEAN);
    assertThat(steps.compared().get()).isEqualTo(steps.clean().get());
    draw(1);
    assertThat(steps.guided()).isFalse();
  }

  @Test
  void playsToTheLastStepAndBeginsAnew() {
    open();
    draw(5);
    steps.play(true);
    for (int i = 0; i < STEPS; i++) {
      learn.advance(0.5);
    }
    assertThat(steps.index().get()).isEqualTo(STEPS - 1);
    assertThat(steps.playing().get()).isFalse();
    steps.play(true);
    assertThat(steps.index().get()).isZero();
    learn.advance(0.1);
    assertThat(steps.index().get()).isZero();
  }

  @Test
  void leavesThePageAsItIsForARunThatIsNotNew() {
    open();
    draw(5);
    steps.scrub(3);
    learn.shown(false);
    learn.shown(true);
    assertThat(steps.index().get()).isEqualTo(3);
    draw(5);
    assertThat(steps.index().get()).isZero();
  }

  @Test
  void showsCoarsePicturesWhileAnotherIsDrawn() {
    drawing = true;
    open();
    draw(5);
    assertThat(steps.clean().get()).isNotNull();
    assertThat(steps.compared().get()).isNotNull();
  }
}
