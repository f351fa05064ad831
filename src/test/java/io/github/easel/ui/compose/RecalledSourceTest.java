package io.github.easel.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The source of a picture whose settings are used again, with its mask and manner. */
class RecalledSourceTest {

  private static final PixelImage IMAGE = FakeServices.gradient(40, 30);
  private static final Mask MASK = Mask.of(2, 1, new byte[] {0, -1});

  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final Queue<Runnable> files = new ArrayDeque<>();
  private final List<GenerationException> failures = new ArrayList<>();
  private ComposeViewModel compose;

  @BeforeEach
  void open() {
    compose =
        new ComposeViewModel(
            Draft.EMPTY,
            List.of(),
            new Workers(Runnable::run, Runnable::run, files::add, Runnable::run),
            failures::add);
    compose.open(services);
    compose.offer(services.list());
    work();
  }

  private void work() {
    while (!files.isEmpty()) {
      files.remove().run();
    }
  }

  private static GenerationRequest request(MaskShape shape, OptionalInt padding) {
    return new GenerationRequest(
            Prompt.of("an orange"),
            "Starter",
            new ImageSize(128, 128),
            new Sampling(SamplerKind.DDIM, 20, 5),
            7)
        .withSource(
            Optional.of(
                new Source(
                    IMAGE,
                    "apple.png",
                    0.8,
                    Fit.PAD,
                    new Manner(0.75, true),
                    Optional.of(new Repaint(MASK, shape, UnderMask.NOISE, padding)))));
  }

  private static Provenance earlier(GenerationRequest request) {
    Provenance made = new Provenance(request, "Starter", "", "torch-cpu", "engine", "Easel");
    return new Provenance(
        request.withSource(Optional.empty()),
        "Starter",
        "",
        "torch-cpu",
        "engine",
        "Easel",
        made.source());
  }

  private GenerationRequest planned() {
    return services.planner().plan(compose.snapshot()).pictures().get(0);
  }

  @Test
  void aMaskedPictureIsDrawnAgainExactly() {
    for (OptionalInt padding : List.of(OptionalInt.empty(), OptionalInt.of(300))) {
      GenerationRequest request = request(new MaskShape(true, 200, 100), padding);
      compose.recall(request);
      work();
      assertThat(planned()).isEqualTo(request);
      assertThat(compose.verb()).isEqualTo(Verb.FILL);
      assertThat(compose.start().mask().thumbnail().get()).isNotNull();
    }
    compose.start().mask().drop();
    assertThat(compose.verb()).isEqualTo(Verb.REFINE);
    assertThat(planned().source().orElseThrow().repaint()).isEmpty();
    assertThat(planned().source().orElseThrow().manner()).isEqualTo(new Manner(0.75, true));
  }

  @Test
  void thatOfAnEarlierStartIsFoundBesideTheWindow() {
    GenerationRequest request = request(new MaskShape(false, 3, 4), OptionalInt.empty());
    services.sources().keep(IMAGE);
    services.sources().keep(MASK);
    compose.recall(earlier(request), Recall.ALL);
    assertThat(compose.start().there().get()).isFalse();
    work();
    assertThat(planned()).isEqualTo(request);
    assertThat(failures).isEmpty();
  }

  @Test
  void saysWhatOfItIsGone() {
    GenerationRequest request = request(new MaskShape(false, 3, 4), OptionalInt.empty());
    compose.recall(earlier(request), Recall.ALL);
    work();
    assertThat(compose.start().there().get()).isFalse();
    assertThat(failures)
        .singleElement()
        .satisfies(
            gone -> {
              assertThat(gone.failure()).isEqualTo(Failure.FILE_UNREADABLE);
              assertThat(gone.details()).contains("apple.png");
            });
    services.sources().keep(IMAGE);
    compose.recall(earlier(request), Recall.ALL);
    work();
    assertThat(compose.verb()).isEqualTo(Verb.REFINE);
    assertThat(failures).hasSize(2);
  }

  @Test
  void whatIsTakenMeanwhileStays() {
    GenerationRequest request = request(new MaskShape(false, 3, 4), OptionalInt.empty());
    compose.recall(request);
    Path other = services.sources().keep(FakeServices.gradient(8, 8));
    compose.takeSource(other, "other.png");
    work();
    assertThat(compose.start().picture().get()).isEqualTo(other.toString());
    assertThat(compose.verb()).isEqualTo(Verb.REFINE);
  }
}
