package io.github.easel.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.DesktopNotices;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Prompt;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class NoticeViewModelTest {

  private final List<String> told = new ArrayList<>();
  private final List<Runnable> drawing = new ArrayList<>();
  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final QueueViewModel line =
      new QueueViewModel(
          new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run), failure -> {});
  private final SimpleObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.DEFAULTS);
  private final SimpleBooleanProperty inFront = new SimpleBooleanProperty(false);
  private final SimpleObjectProperty<Language> language =
      new SimpleObjectProperty<>(Language.ENGLISH);
  private final NoticeViewModel notices =
      new NoticeViewModel(
          line,
          settings,
          inFront,
          new DesktopNotices() {
            @Override
            public void show(String title, String text) {
              told.add(title + ": " + text);
            }

            @Override
            public void chime(boolean well) {
              told.add(well ? "ding" : "dong");
            }
          },
          Messages.of("notice", language));

  NoticeViewModelTest() {
    line.open(services, () -> PreviewWish.NONE, (job, index, result) -> {});
  }

  private void submit(int pictures) {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("a fox", ""),
            "Starter",
            new ImageSize(64, 64),
            FakeServices.STARTER.sampling(),
            7);
    line.submit(Draft.EMPTY, Collections.nCopies(pictures, request), false);
  }

  private void drawNext() {
    drawing.remove(0).run();
  }

  @Test
  void tellsTheEndOfTheLastJobOnly() {
    submit(1);
    submit(2);
    services.finish();
    drawNext();
    assertThat(told).isEmpty();
    services.finish();
    services.finish();
    drawNext();
    assertThat(told).containsExactly("Easel is done: 3 pictures are ready.", "ding");
    assertThat(notices.unseen().get()).isTrue();
  }

  @Test
  void keepsQuietWhileTheWindowIsInFront() {
    inFront.set(true);
    submit(1);
    services.finish();
    drawNext();
    assertThat(told).isEmpty();
    assertThat(notices.unseen().get()).isFalse();
  }

  @Test
  void tellsAFailureAtOnceInTheLanguageOfTheMoment() {
    language.set(Language.GEORGIAN);
    submit(1);
    submit(1);
    services.fail(new GenerationException(Failure.NOT_FINITE, "step 3", "3"));
    drawNext();
    assertThat(told).hasSize(2).last().isEqualTo("dong");
    assertThat(told.get(0)).startsWith("Easel-მა ვერ დაასრულა: სურათი გაფუჭდა");
  }

  @Test
  void saysNothingOfWhatTheUserCancelled() {
    submit(1);
    services.fail(new GenerationException(Failure.CANCELLED, "cancelled"));
    drawNext();
    assertThat(told).isEmpty();
  }

  @Test
  void followsTheSettings() {
    Settings all = Settings.DEFAULTS;
    settings.set(
        new Settings(
            all.language(),
            all.theme(),
            all.folders(),
            all.engine(),
            all.previews(),
            all.keys(),
            all.privacy(),
            new Settings.Notices(false, false)));
    submit(1);
    services.finish();
    drawNext();
    assertThat(told).isEmpty();
    assertThat(notices.unseen().get()).as("the title tells all the same").isTrue();
  }

  @Test
  void countsAnewOnceTheUserHasLooked() {
    submit(1);
    services.finish();
    drawNext();
    inFront.set(true);
    assertThat(notices.unseen().get()).isFalse();
    inFront.set(false);
    submit(1);
    services.finish();
    drawNext();
    assertThat(told).element(2).asString().endsWith("Your picture is ready.");
  }

  @Test
  void countsNoPictureTwiceWhenAJobGoesOn() {
    submit(3);
    services.finish();
    services.fail(new GenerationException(Failure.NOT_FINITE, "step 3", "3"));
    drawNext();
    line.commands().again(line.rows().get(0));
    services.finish();
    services.finish();
    drawNext();
    assertThat(told).contains("Easel is done: 3 pictures are ready.");
  }
}
