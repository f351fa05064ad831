package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.QueueStore;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.Layout;
import io.github.easel.settings.Session.Panel;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.task.Job;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.queue.JobRow;
import io.github.easel.ui.queue.QueueViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of the drawer in its states; see {@link ScreenshotTest}. */
@ExtendWith(ApplicationExtension.class)
class QueueScreenshotTest {

  private static final List<String> ENGLISH =
      List.of(
          "hot air balloons in the night sky, full moon",
          "a house in a snowy forest at night, watercolor on rough paper, soft light from the"
              + " windows, smoke rising from the chimney, footprints that lead to the door",
          "portrait of a fisherman, oil on canvas",
          "a fox",
          "the harbour of Batumi at dawn");

  private static final List<String> GEORGIAN =
      List.of(
          "საჰაერო ბურთები ღამის ცაზე, სავსე მთვარე",
          "სახლი თოვლიან ტყეში ღამით, აკვარელი უხეშ ქაღალდზე, ფანჯრებიდან რბილი შუქი იღვრება,"
              + " საკვამურიდან კვამლი ამოდის, თოვლზე ნაფეხურებია",
          "მეთევზის პორტრეტი, ზეთი ტილოზე",
          "მელა",
          "ბათუმის ნავსადგური გარიჟრაჟზე");

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, ka",
    "1100, 700, dark, en",
    "1100, 700, light, ka"
  })
  void showsTheDrawerInItsStates(int width, int height, String theme, String language) {
    Settings settings = Settings.DEFAULTS.withLanguage(language).withTheme(theme);
    Layout layout =
        new Layout(
            new Panel(0, true), new Panel(0, true), new Panel(320, true), "", List.of(), List.of());
    Session session =
        new Session(new WindowSize(width, height), layout, Draft.EMPTY, List.of(), "");
    String name = "queue-%dx%d-%s-%s-".formatted(width, height, theme, language);
    List<String> prompts = language.equals("ka") ? GEORGIAN : ENGLISH;
    FakeServices services = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);
    services.kept = leftBehind(prompts);
    try (StudioStage stage =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> new StudioStage(new javafx.stage.Stage(), settings, session, services))) {
      QueueViewModel line = stage.studio.line();
      stage.open();
      StudioStage.await(() -> line.picturesHeld().get() > 0);
      Screenshots.shoot(stage, name + "1-held");
      onWindow(line.commands()::removeHeld);
      onWindow(line.commands()::clearEnded);
      onWindow(line.commands()::forgetRemoval);
      Screenshots.shoot(stage, name + "2-empty");
      fill(stage, prompts);
      Screenshots.shoot(stage, name + "3-busy");
      onWindow(
          () -> {
            line.commands().edit(line.rows().get(2), stage.studio.compose()::edit);
            line.commands().remove(line.rows().get(3));
            line.pause(true);
          });
      Screenshots.shoot(stage, name + "4-paused-edited");
      onWindow(() -> stage.studio.layout().drawerTab().set("log"));
      Screenshots.shoot(stage, name + "5-log");
      assertThat(line.rows()).isNotEmpty();
    }
  }

  private static QueueStore leftBehind(List<String> prompts) {
    Job begun =
        new Job(UUID.randomUUID(), draft(prompts.get(0)), pictures(prompts.get(0), 4), 1, 1, true);
    Job suspect =
        new Job(
            UUID.randomUUID(),
            draft(prompts.get(1)),
            pictures(prompts.get(1), 1),
            0,
            JobRow.Kind.values().length,
            true);
    Job failed =
        Job.failed(
            UUID.randomUUID(),
            draft(prompts.get(2)),
            pictures(prompts.get(2), 2),
            1,
            new GenerationException(Failure.MODEL_NOT_FOUND, "gone", "Inkpunk"));
    return new QueueStore() {
      @Override
      public Kept load() {
        return new Kept(
            List.of(begun, suspect, failed),
            false,
            Optional.of(Path.of("data", "queue.json.unreadable")));
      }

      @Override
      public void save(List<Job> jobs, boolean paused) {}
    };
  }

  private static Draft draft(String prompt) {
    return new Draft(
        new Draft.Words(prompt, "", List.of(), false),
        "Starter",
        new Draft.Format(128, 128, 1),
        new Draft.Way("DDIM", "Automatic", 30, 5, 1),
        new Draft.Chance("", "", 0),
        Draft.Start.NONE);
  }

  private static List<GenerationRequest> pictures(String prompt, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new GenerationRequest(
                    Prompt.of(prompt),
                    "Starter",
                    new ImageSize(128, 128),
                    new Sampling(SamplerKind.DDIM, 30, 5),
                    4711 + i))
        .toList();
  }

  private static void fill(StudioStage stage, List<String> prompts) {
    QueueViewModel line = stage.studio.line();
    stage.services.notices = List.of(new Notice(Notice.Kind.PROMPT_TRUNCATED, "full moon"));
    onWindow(() -> line.submit(draft(prompts.get(0)), pictures(prompts.get(0), 1), false));
    stage.services.finish(Screenshots.picture(1));
    onWindow(() -> line.submit(draft(prompts.get(2)), pictures(prompts.get(2), 2), false));
    stage.services.fail(new GenerationException(Failure.OUT_OF_MEMORY, "test", "UNet"));
    onWindow(() -> line.submit(draft(prompts.get(1)), pictures(prompts.get(1), 4), false));
    stage.services.finish(Screenshots.picture(2));
    for (int i = 2; i < prompts.size(); i++) {
      String prompt = prompts.get(i);
      int count = i;
      onWindow(() -> line.submit(draft(prompt), pictures(prompt, count), false));
    }
    stage.services.report(Stage.SAMPLING, 12, 30, 0.4);
    StudioStage.await(() -> line.rows().size() == 6 && line.progress().get() != null);
    StudioStage.await(() -> line.rows().get(0).progress().get().step() == 12);
    onWindow(() -> ((ListView<?>) stage.node("queue")).getSelectionModel().select(1));
  }

  private static void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
