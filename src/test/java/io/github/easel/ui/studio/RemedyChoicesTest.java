package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.FailureReport.Remedy;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.task.Job;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.JobRow;
import io.github.easel.ui.viewer.Picture;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What the buttons under failures do, without a window. */
class RemedyChoicesTest {

  private final FakeServices services = new FakeServices(FakeServices.LARGE);
  private final Queue<Runnable> drawing = new ArrayDeque<>();
  private final StudioViewModel studio =
      new StudioViewModel(
          Settings.DEFAULTS.withLanguage("en"),
          Session.NEW,
          new StudioViewModel.Memory(kept -> {}, kept -> {}),
          new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run));

  RemedyChoicesTest() {
    studio.open(() -> services);
    drawing.remove().run();
    drawing.remove().run();
  }

  private Job submit(String prompt, int count) {
    studio.compose().prompt().set(prompt);
    studio.compose().count().set(count);
    studio.action().generate(false);
    List<Job> waiting = studio.line().waiting();
    return waiting.get(waiting.size() - 1);
  }

  private Optional<Remedy> remedy() {
    return studio.failures().report(Locale.ENGLISH).orElseThrow().remedy();
  }

  private JobRow row(Job job) {
    return studio.line().rows().stream()
        .filter(row -> row.id().equals(job.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void drawsTheFailedJobAgainAndLeavesTheOneThatIsBeingEdited() {
    Job failing = submit("a fox", 3);
    Job edited = submit("a hen", 1);
    studio.line().commands().edit(row(edited), studio.compose()::edit);
    services.finish();
    services.fail(new GenerationException(Failure.OUT_OF_MEMORY, "", "UNet"));
    drawing.remove().run();
    studio.failures().take(remedy().orElseThrow());
    assertThat(studio.line().waiting())
        .extracting(Job::id)
        .containsExactly(failing.id(), edited.id());
    assertThat(studio.line().rows()).hasSize(2);
    assertThat(studio.line().commands().edited().get()).isSameAs(row(edited));
    Job again = studio.line().waiting().get(0);
    assertThat(again.done()).isEqualTo(1);
    assertThat(again.pictures().get(0)).isEqualTo(failing.pictures().get(0));
    assertThat(again.pictures().subList(1, 3))
        .hasSize(2)
        .noneMatch(picture -> picture.size().equals(failing.pictures().get(1).size()));
  }

  @Test
  void changesTheFormAfterPlanningFailedAndNoJobOfBefore() {
    submit("a fox", 1);
    services.fail(new GenerationException(Failure.OUT_OF_MEMORY, "", "UNet"));
    drawing.remove().run();
    studio.failures().dismiss();
    studio.failures().show(new GenerationException(Failure.SIZE_UNSUITABLE, "", "504x296", "64"));
    studio.failures().take(remedy().orElseThrow());
    assertThat(studio.line().waiting()).isEmpty();
    assertThat(studio.compose().size().get()).isEqualTo(new ImageSize(448, 256));
  }

  @Test
  void offersToSaveNoPictureForWhatIsNone() {
    submit("a fox", 1);
    services.finish();
    drawing.remove().run();
    studio
        .failures()
        .show(new GenerationException(Failure.FILE_UNWRITABLE, "", "queue.json", "full"));
    assertThat(remedy()).isEmpty();
  }

  @Test
  void keepsThePictureThatCouldNotBeKeptInAnotherFolderWhicheverIsLookedAt() {
    List<Path> moved = new ArrayList<>();
    studio
        .remedies()
        .keepElsewhere(
            () -> Optional.of(Path.of("elsewhere")),
            folder -> {
              moved.add(folder);
              services.storeFailure = null;
            });
    submit("a fox", 1);
    services.finish();
    drawing.remove().run();
    Picture kept = studio.pictures().all().get(0);
    services.storeFailure = new GenerationException(Failure.FILE_UNWRITABLE, "", "fox.png", "full");
    submit("a hen", 1);
    services.finish();
    drawing.remove().run();
    Picture lost = studio.pictures().all().get(0);
    assertThat(lost.file().get()).isNull();
    studio.pictures().shown().set(kept);
    studio.failures().take(remedy().orElseThrow());
    assertThat(moved).containsExactly(Path.of("elsewhere"));
    assertThat(lost.file().get()).isNotNull();
  }

  @Test
  void showsThePictureThatTheJobItselfMade() {
    studio.compose().seed().set("5");
    Job first = submit("a fox", 1);
    submit("a fox", 1);
    services.finish();
    services.finish();
    drawing.remove().run();
    drawing.remove().run();
    StudioDrawer.show(first, studio);
    assertThat(studio.pictures().shown().get()).isSameAs(studio.pictures().all().get(1));
  }
}
