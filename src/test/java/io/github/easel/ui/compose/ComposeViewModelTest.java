package io.github.easel.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.StyleService;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The left column without a window; everything runs on the test's own thread. */
class ComposeViewModelTest {

  private final FakeServices services = new FakeServices(FakeServices.LARGE, FakeServices.STARTER);
  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  private final List<GenerationException> failures = new ArrayList<>();
  private ComposeViewModel compose;

  @BeforeEach
  void open() {
    compose = opened(Draft.EMPTY);
    compose.prompt().set("a fox");
  }

  private ComposeViewModel opened(Draft draft) {
    ComposeViewModel opened = new ComposeViewModel(draft, List.of(), workers, failures::add);
    opened.open(services);
    opened.offer(services.list());
    return opened;
  }

  private static GenerationRequest unusual(Optional<Source> source) {
    return new GenerationRequest(
        new Prompt("a cat", "text", new PromptReading(Syntax.COMFYUI, Emphasis.NO_NORM, 2)),
        "Starter",
        new ImageSize(128, 192),
        new Sampling(SamplerKind.EULER_A, ScheduleKind.KARRAS, 33, 4.5, OptionalDouble.of(0.7)),
        new Seeding(
            99,
            RandomKind.NUMPY,
            Optional.of(new Seeding.Variation(7, 0.25)),
            Optional.of(new ImageSize(64, 64)),
            31337),
        source);
  }

  @Test
  void offersTheBuiltInStylesWhenThoseOfTheUserCannotBeReadAndSaysSoOnce() {
    StyleService real = services.styles;
    GenerationException damaged =
        GenerationException.unreadable(Path.of("styles.csv"), "it is no text", null);
    services.styles =
        new StyleService() {
          @Override
          public List<Style> list() {
            throw damaged;
          }

          @Override
          public List<Style> builtIn() {
            return real.builtIn();
          }

          @Override
          public Style find(String name) {
            throw damaged;
          }

          @Override
          public Prompt apply(List<Style> styles, Prompt prompt) {
            return real.apply(styles, prompt);
          }
        };
    ComposeViewModel opened = opened(Draft.EMPTY);
    assertThat(opened.words().offered()).isNotEmpty().isEqualTo(real.builtIn());
    opened.words().toggle(opened.words().offered().get(0).name());
    assertThat(failures).containsExactly(damaged);
  }

  private GenerationRequest planned() {
    return services.planner().plan(compose.snapshot()).pictures().get(0);
  }

  @Test
  void aRecalledPictureIsDrawnAgainExactly() {
    PixelImage image = FakeServices.gradient(40, 30);
    GenerationRequest request = unusual(Optional.of(new Source(image, "sea.png", 0.35, Fit.PAD)));
    compose.words().toggle(compose.words().offered().get(0).name());
    compose.words().dynamic().set(true);
    compose.recall(request);
    assertThat(planned()).isEqualTo(request);
    ComposeViewModel afterRestart = opened(compose.snapshot());
    assertThat(services.planner().plan(afterRestart.snapshot()).pictures())
        .containsExactly(request);
    compose.way().dropFine();
    assertThat(planned().seeding().random()).isEqualTo(RandomKind.TORCH_CPU);
  }

  @Test
  void recallsParts() {
    GenerationRequest request = unusual(Optional.empty());
    compose.recall(request, Recall.SEED);
    assertThat(planned().seeding()).isEqualTo(request.seeding());
    assertThat(planned().prompt()).isEqualTo(Prompt.of("a fox"));
    assertThat(compose.model().get()).isEqualTo(FakeServices.LARGE);
    compose.recall(request, Recall.SIZE);
    assertThat(compose.size().get()).isEqualTo(request.size());
    compose.recall(request, Recall.PROMPT);
    assertThat(planned().prompt()).isEqualTo(request.prompt());
    assertThat(compose.way().steps().get()).isEqualTo(20);
    compose.rollSeed();
    compose.chance().strength().set(0);
    compose.way().dropFine();
    compose.recall(request, Recall.REMIX);
    assertThat(planned().sampling()).isEqualTo(request.sampling());
    assertThat(planned().model()).isEqualTo("Starter");
    assertThat(compose.seed().get()).isEmpty();
  }

  @Test
  void resetsToWhatSuitsTheModelAndKeepsTheWords() {
    compose.recall(unusual(Optional.empty()));
    compose.reset();
    assertThat(compose.prompt().get()).isEqualTo("a cat");
    assertThat(planned().size()).isEqualTo(FakeServices.STARTER.size());
    assertThat(planned().sampling()).isEqualTo(FakeServices.STARTER.sampling());
    assertThat(planned().prompt().reading()).isEqualTo(PromptReading.usual());
    assertThat(planned().seeding().variation()).isEmpty();
  }

  @Test
  void keepsWhatIsChosenWhenTheListOfModelsGrows() {
    compose.model().set(FakeServices.STARTER);
    compose.way().steps().set(77);
    compose.format().swap();
    compose.offer(List.of(FakeServices.LARGE, FakeServices.STARTER));
    assertThat(compose.model().get()).isEqualTo(FakeServices.STARTER);
    assertThat(compose.way().steps().get()).isEqualTo(77);
  }

  @Test
  void namesWhatTheModelCannotDraw() {
    assertThat(Obstacle.of(compose)).isNull();
    compose.format().width().set(500);
    assertThat(Obstacle.of(compose)).isEqualTo(Obstacle.BAD_SIZE);
    assertThat(compose.snapshot().format().width()).isEqualTo(500);
    compose.format().width().set(0);
    assertThat(Obstacle.of(compose)).isEqualTo(Obstacle.BAD_SIZE);
    compose.format().width().set(512);
    compose.way().clipSkip().set(13);
    assertThat(Obstacle.of(compose)).isEqualTo(Obstacle.BAD_CLIP_SKIP);
    compose.way().clipSkip().set(1);
    compose.chance().variation().set("x");
    assertThat(Obstacle.of(compose)).isNull();
    compose.chance().strength().set(0.5);
    assertThat(Obstacle.of(compose)).isEqualTo(Obstacle.BAD_SEED);
  }

  @Test
  void needsNoWordsWhereAStyleOrASourceSpeaks() {
    compose.prompt().set(" ");
    assertThat(Obstacle.of(compose)).isEqualTo(Obstacle.NO_PROMPT);
    compose.words().toggle("Snow");
    assertThat(Obstacle.of(compose)).isNull();
    compose.words().toggle("Snow");
    compose.takeSource(services.sources.keep(FakeServices.gradient(8, 8)), "sea.png");
    assertThat(Obstacle.of(compose)).isNull();
    assertThat(compose.verb()).isEqualTo(Verb.REFINE);
    compose.start().strength().set(1);
    assertThat(compose.verb()).isEqualTo(Verb.GENERATE);
    assertThat(Obstacle.of(compose)).isEqualTo(Obstacle.NO_PROMPT);
  }

  @Test
  void keepsTheRatioThatIsLocked() {
    SizeViewModel format = compose.format();
    format.choose(new ImageSize(768, 512));
    format.locked().set(true);
    format.width().set(384);
    assertThat(format.height().get()).isEqualTo(256);
    format.height().set(512);
    assertThat(format.width().get()).isEqualTo(768);
    format.swap();
    assertThat(format.size().get()).isEqualTo(new ImageSize(512, 768));
    format.width().set(1024);
    assertThat(format.height().get()).isEqualTo(1536);
    assertThat(format.of(16, 9)).isEqualTo(new ImageSize(704, 384));
  }

  @Test
  void saysWhyASourceCannotBeRead() {
    compose.takeSource(Path.of("gone.png"), "gone.png");
    assertThat(compose.start().problem().get().failure()).isEqualTo(Failure.FILE_UNREADABLE);
    compose.takeSource(services.sources.keep(FakeServices.gradient(300, 200)), "sea.png");
    assertThat(compose.start().problem().get()).isNull();
    assertThat(compose.start().thumbnail().get().getWidth()).isEqualTo(112);
    assertThat(compose.sizeOfSource().width()).isGreaterThan(compose.sizeOfSource().height());
    compose.dropSource();
    assertThat(compose.snapshot().start().picture()).isEmpty();
  }

  @Test
  void countsTheTokensOfStylesToo() {
    assertThat(compose.words().promptReport().get().used()).isEqualTo(2);
    compose.words().toggle(compose.words().offered().get(0).name());
    assertThat(compose.words().promptReport().get().used()).isGreaterThan(2);
  }

  @Test
  void showsStylesThatSuitTheModelFirst() {
    assertThat(StyleSearch.matching(compose.words().offered(), "", "Starter").get(0).family())
        .hasToString("STARTER");
    assertThat(StyleSearch.matching(compose.words().offered(), "", "sd15").get(0).family())
        .hasToString("STABLE_DIFFUSION");
    assertThat(StyleSearch.matching(compose.words().offered(), "WATER", "sd15")).isNotEmpty();
    assertThat(StyleSearch.matching(compose.words().offered(), "no such style", "sd15")).isEmpty();
  }
}
