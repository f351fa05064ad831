package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ExportWish;
import io.github.easel.app.Services;
import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Stage;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeGallery;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.compose.Obstacle;
import io.github.easel.ui.compose.Phase;
import io.github.easel.ui.compose.SamplingViewModel;
import io.github.easel.ui.compose.SizeChoice;
import io.github.easel.ui.gallery.Exporting;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.theme.Theme;
import io.github.easel.ui.viewer.Picture;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The studio without a window: everything runs on the test's own thread. */
class StudioViewModelTest {

  private static final Draft TYPED =
      draft("a cat", "text", "Stable Diffusion 1.5", 512, 768, 40, 6, "DDIM", "SGM Uniform", "42");

  private static Draft draft(
      String prompt,
      String negative,
      String model,
      int width,
      int height,
      int steps,
      double guidance,
      String sampler,
      String schedule,
      String seed) {
    return new Draft(
        new Draft.Words(prompt, negative, List.of(), false),
        model,
        new Draft.Format(width, height, 1),
        new Draft.Way(sampler, schedule, steps, guidance, 1),
        new Draft.Chance(seed, "", 0),
        Draft.Start.NONE);
  }

  private final FakeServices services = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);
  private final List<Settings> settings = new ArrayList<>();
  private final List<Session> saved = new ArrayList<>();
  private final Queue<Runnable> drawing = new ArrayDeque<>();

  private StudioViewModel studio(Draft compose) {
    return new StudioViewModel(
        Settings.DEFAULTS.withLanguage("en").withTheme("light"),
        new Session(new WindowSize(1200, 800), Session.Layout.USUAL, compose, List.of(), ""),
        new StudioViewModel.Memory(settings::add, saved::add),
        new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run));
  }

  private StudioViewModel openStudio(Draft compose) {
    StudioViewModel studio = studio(compose);
    studio.open(() -> services);
    work();
    work();
    return studio;
  }

  /** Does what waits for the drawing worker. */
  private void work() {
    Objects.requireNonNull(drawing.poll(), "nothing waits").run();
  }

  @Test
  void saysWhyServicesCannotBeOpened() {
    StudioViewModel studio = studio(TYPED);
    GenerationException reason =
        new GenerationException(Failure.MODEL_FILE_MISSING, "gone", "unet.onnx");
    studio.open(
        () -> {
          throw reason;
        });
    work();
    assertThat(studio.failures().failure().get()).isSameAs(reason);
    assertThat(studio.action().obstacle().get()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void opensThoughThePictureLastLookedAtIsNoPath() {
    StudioViewModel studio = withWindowsQueue("a\0.png");
    studio.open(() -> services);
    while (!drawing.isEmpty()) {
      work();
    }
    assertThat(studio.action().obstacle().get()).isNotEqualTo(Obstacle.OPENING);
    assertThat(studio.failures().failure().get()).isNull();
  }

  /** The window's tasks come later, as they do. */
  private StudioViewModel withWindowsQueue(String shown) {
    return new StudioViewModel(
        Settings.DEFAULTS,
        new Session(WindowSize.DEFAULT, Session.Layout.USUAL, Draft.EMPTY, List.of(), shown),
        new StudioViewModel.Memory(settings::add, saved::add),
        new Workers(drawing::add, drawing::add, Runnable::run, Runnable::run));
  }

  @Test
  void saysSoWhenTheWindowCannotTakeTheServices() {
    StudioViewModel studio = withWindowsQueue("");
    studio.open(
        () ->
            (Services)
                Proxy.newProxyInstance(
                    Services.class.getClassLoader(),
                    new Class<?>[] {Services.class},
                    (proxy, method, arguments) -> {
                      if (method.getName().equals("learning")) {
                        throw new IllegalStateException("broken");
                      }
                      return method.invoke(services, arguments);
                    }));
    while (!drawing.isEmpty()) {
      work();
    }
    assertThat(studio.action().obstacle().get()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(studio.failures().failure().get().details().toString()).contains("broken");
  }

  @Test
  void namesWhatStandsInTheWay() {
    StudioViewModel studio = openStudio(Draft.EMPTY);
    assertThat(studio.action().obstacle().get()).isEqualTo(Obstacle.NO_PROMPT);
    studio.compose().prompt().set("a cat");
    assertThat(studio.action().obstacle().get()).isNull();
    studio.compose().seed().set("many");
    assertThat(studio.action().obstacle().get()).isEqualTo(Obstacle.BAD_SEED);
    studio.compose().seed().set(" 12 ");
    assertThat(studio.action().obstacle().get()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "9223372036854775808", "١٢"})
  void refusesWhatIsNoSeed(String text) {
    StudioViewModel studio = openStudio(TYPED);
    studio.compose().seed().set(text);
    assertThat(studio.action().obstacle().get()).isEqualTo(Obstacle.BAD_SEED);
  }

  @Test
  void needsAModel() {
    StudioViewModel studio = studio(TYPED);
    studio.open(FakeServices::new);
    work();
    assertThat(studio.action().obstacle().get()).isEqualTo(Obstacle.NO_MODEL);
    studio.close();
    assertThat(saved.get(saved.size() - 1).draft()).isEqualTo(TYPED);
  }

  @Test
  void startsWithTheFirstModelsOwnSettings() {
    ComposeViewModel compose = openStudio(Draft.EMPTY).compose();
    assertThat(compose.model().get()).isEqualTo(FakeServices.STARTER);
    assertThat(compose.size().get()).isEqualTo(new ImageSize(128, 128));
    assertThat(compose.way().steps().get()).isEqualTo(30);
    compose.model().set(FakeServices.LARGE);
    assertThat(compose.size().get()).isEqualTo(new ImageSize(512, 512));
    assertThat(compose.way().sampler().get()).isEqualTo(SamplerKind.DDPM);
    assertThat(compose.format().choices())
        .extracting(SizeChoice::size)
        .containsExactly(new ImageSize(512, 512), new ImageSize(512, 768), new ImageSize(768, 512));
  }

  @Test
  void restoresWhatWasTyped() {
    StudioViewModel studio = studio(TYPED);
    studio.open(() -> services);
    assertThat(studio.compose().way().steps().get()).isEqualTo(40);
    work();
    assertThat(studio.compose().snapshot()).isEqualTo(TYPED);
    work();
    assertThat(services.prepared).containsExactly("Stable Diffusion 1.5");
  }

  @Test
  void survivesSettingsEditedByHand() {
    ComposeViewModel compose =
        openStudio(draft("a", "", "Starter", 7, -1, 100_000, -3, "?", "", "")).compose();
    assertThat(compose.size().get()).isEqualTo(new ImageSize(128, 128));
    assertThat(compose.way().steps().get()).isEqualTo(30);
    compose = openStudio(draft("a", "", "Starter", 64, 64, 1000, 100, "?", "", "")).compose();
    assertThat(compose.way().steps().get()).isEqualTo(SamplingViewModel.MOST_STEPS);
    assertThat(compose.way().guidance().get()).isEqualTo(SamplingViewModel.MOST_GUIDANCE);
    assertThat(compose.way().sampler().get()).isEqualTo(SamplerKind.DDIM);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e300})
  void startsWithTheModelsOwnSettingsWhereThoseRememberedCannotBe(double guidance) {
    ComposeViewModel compose =
        openStudio(draft("a cat", "", "Starter", 64, 64, 20, guidance, "DDPM", "", "")).compose();
    assertThat(compose.way().guidance().get()).isEqualTo(5);
    assertThat(compose.way().steps().get()).isEqualTo(30);
    assertThat(compose.prompt().get()).isEqualTo("a cat");
  }

  @Test
  void makesKeepsAndShowsAPicture() {
    StudioViewModel studio = openStudio(Draft.EMPTY);
    studio.compose().prompt().set("  a cat ");
    studio.action().generate(false);
    assertThat(studio.action().obstacle().get()).isNull();
    List<Progress> seen = new ArrayList<>();
    studio.line().progress().addListener((property, old, now) -> seen.add(now));
    services.report(Stage.SAMPLING, 1, 30, 0.5);
    services.finish();
    work();
    assertThat(seen).containsExactly(new Progress(Stage.SAMPLING, 1, 30, 0.5), null);
    assertThat(studio.action().phase().get()).isEqualTo(Phase.READY);
    Picture picture = studio.pictures().shown().get();
    assertThat(picture.request())
        .isEqualTo(
            new GenerationRequest(
                Prompt.of("a cat"),
                "Starter",
                new ImageSize(128, 128),
                new Sampling(SamplerKind.DDIM, 30, 5),
                4711));
    assertThat(picture.file().get()).hasFileName("easel-4711.png");
    assertThat(studio.pictures().all()).containsExactly(picture);
  }

  @Test
  void showsAFailureUntilTheNextPicture() {
    StudioViewModel studio = openStudio(TYPED);
    studio.action().generate(false);
    services.fail(new IllegalStateException("odd"));
    work();
    assertThat(studio.failures().failure().get().failure()).isEqualTo(Failure.INTERNAL);
    assertThat(studio.action().phase().get()).isEqualTo(Phase.READY);
    studio.action().generate(false);
    assertThat(studio.failures().failure().get()).isNull();
  }

  @Test
  void showsAPictureThatCannotBeKeptAndSaysSo() {
    services.storeFailure =
        new GenerationException(Failure.FILE_UNWRITABLE, "full", "file", "full");
    StudioViewModel studio = openStudio(TYPED);
    studio.action().generate(false);
    services.finish();
    work();
    assertThat(studio.failures().failure().get().failure()).isEqualTo(Failure.FILE_UNWRITABLE);
    Picture picture = studio.pictures().shown().get();
    assertThat(picture.file().get()).isNull();
    assertThat(picture.unkept().get()).isTrue();
    services.storeFailure = null;
    studio.pictures().saveAs(picture, Path.of("mine.png"), new ExportWish(true, false), () -> {});
    assertThat(services.written).containsExactly(Path.of("mine.png"));
  }

  @Test
  void recallsASeedOrEverything() {
    StudioViewModel studio = openStudio(TYPED);
    studio.compose().seed().set("");
    studio.compose().reuseSeed();
    assertThat(studio.compose().seed().get()).isEmpty();
    studio.action().generate(false);
    services.finish();
    work();
    studio.compose().reuseSeed();
    assertThat(studio.compose().seed().get()).isEqualTo("4711");
    studio.compose().rollSeed();
    studio.compose().prompt().set("other");
    studio.compose().model().set(FakeServices.STARTER);
    work();
    studio.compose().recall(studio.pictures().shown().get().request());
    work();
    assertThat(studio.compose().snapshot())
        .isEqualTo(
            draft(
                "a cat",
                "text",
                "Stable Diffusion 1.5",
                512,
                768,
                40,
                6,
                "DDIM",
                "SGM Uniform",
                "4711"));
  }

  @Test
  void remembersEveryChange() {
    StudioViewModel studio = openStudio(TYPED);
    studio.compose().prompt().set("a dog");
    assertThat(saved.get(saved.size() - 1).draft().words().prompt()).isEqualTo("a dog");
    studio.look().language().set(Language.GEORGIAN);
    studio.look().switchTheme();
    studio.look().windowSize().set(new WindowSize(1111, 777));
    Settings last = settings.get(settings.size() - 1);
    assertThat(last.language()).isEqualTo("ka");
    assertThat(Theme.of(last.theme())).isEqualTo(Theme.DARK);
    assertThat(saved.get(saved.size() - 1).window()).isEqualTo(new WindowSize(1111, 777));
  }

  @Test
  void cancelsWhenClosed() {
    StudioViewModel studio = openStudio(TYPED);
    studio.action().generate(false);
    studio.close();
    work();
    assertThat(services.requests).isEmpty();
    assertThat(studio.action().phase().get()).isEqualTo(Phase.READY);
  }

  @Test
  void ignoresServicesThatOpenTooLate() {
    StudioViewModel studio = studio(TYPED);
    studio.open(() -> services);
    studio.close();
    work();
    assertThat(studio.action().phase().get()).isEqualTo(Phase.OPENING);
  }

  @Test
  void keepsTheScheduleWhileTheSamplerCanFollowIt() {
    ComposeViewModel compose = openStudio(Draft.EMPTY).compose();
    compose.way().sampler().set(SamplerKind.EULER);
    compose.way().schedule().set(ScheduleKind.KARRAS);
    compose.way().sampler().set(SamplerKind.DPMPP_2M);
    assertThat(compose.snapshot().way().schedule()).isEqualTo("Karras");
    compose.way().sampler().set(SamplerKind.DDIM);
    assertThat(compose.way().schedules()).doesNotContain(ScheduleKind.KARRAS);
    assertThat(compose.way().schedule().get()).isEqualTo(ScheduleKind.MODEL);
  }

  @Test
  void closingEndsAnExport(@TempDir Path folder) {
    services.gallery = FakeGallery.of(3, LocalDateTime.of(2026, 11, 23, 12, 0));
    Executor now = Runnable::run;
    StudioViewModel studio =
        new StudioViewModel(
            Settings.DEFAULTS,
            Session.NEW,
            new StudioViewModel.Memory(settings::add, saved::add),
            new Workers(now, now, now, now, now, now, now, now, drawing::add, now, now, now));
    studio.open(() -> services);
    Path sheet = folder.resolve("sheet.png");
    Exporting.all(studio.gallery(), Form.SHEET, sheet);
    assertThat(Exporting.runs(studio.gallery())).isTrue();
    studio.close();
    work();
    assertThat(Exporting.runs(studio.gallery())).isFalse();
    assertThat(sheet).doesNotExist();
  }
}
