package io.github.easel.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.task.Job;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VariationsViewModelTest {

  private static final GenerationRequest HOW =
      new GenerationRequest(
          new Prompt("a fox", "text"),
          "Starter",
          new ImageSize(64, 64),
          new Sampling(SamplerKind.DPMPP_2M, 9, 4),
          7);

  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  private final List<GenerationException> failures = new ArrayList<>();
  private final QueueViewModel line = new QueueViewModel(workers, failures::add);
  private final VariationsViewModel variations =
      new VariationsViewModel(line, workers, failures::add);
  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final PixelImage picture = FakeServices.gradient(64, 64);

  @AfterEach
  void close() {
    line.close();
  }

  private void open() {
    variations.open(services);
    line.open(services, () -> PreviewWish.NONE, (job, index, result) -> {});
    line.pause(true);
  }

  @Test
  void areOneJobWhateverIsEdited() {
    open();
    variations.make(HOW, picture, "fox.png");
    variations.make(HOW, picture, "fox.png");
    line.commands().edit(line.rows().get(0), draft -> {});
    variations.make(HOW, picture, "fox.png");

    assertThat(line.waiting()).hasSize(3);
    assertThat(line.commands().edited().get()).isNotNull();
    Job job = line.waiting().get(0);
    assertThat(job.pictures())
        .extracting(one -> one.source().map(Source::strength).orElseThrow())
        .containsExactly(0.3, 0.5, 0.7);
    assertThat(job.pictures())
        .allSatisfy(
            one -> {
              assertThat(one.source().orElseThrow().image()).isEqualTo(picture);
              assertThat(one.withSource(HOW.source()).withSeed(7)).isEqualTo(HOW);
            });
    Draft draft = job.draft();
    assertThat(draft.words().prompt()).isEqualTo("a fox");
    assertThat(draft.way().sampler()).isEqualTo(HOW.sampling().sampler().label());
    assertThat(draft.format().count()).isEqualTo(3);
    assertThat(draft.chance().seed()).isEmpty();
    assertThat(draft.start().picture()).isNotEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void waitForTheServices() {
    variations.make(HOW, picture, "fox.png");
    assertThat(line.waiting()).isEmpty();
  }
}
