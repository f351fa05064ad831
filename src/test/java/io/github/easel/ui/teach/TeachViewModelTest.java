package io.github.easel.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.TrainingPlan;
import io.github.easel.app.TrainingPlan.Square;
import io.github.easel.app.TrainingService.Needs;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.teach.TrainingViewModel.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeachViewModelTest {

  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  private final FakeTraining training = new FakeTraining();
  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final List<GenerationException> failures = new ArrayList<>();
  private final List<String> tried = new ArrayList<>();
  private final TeachDesk desk =
      new TeachDesk() {
        private final SimpleObjectProperty<@Nullable ModelSummary> used =
            new SimpleObjectProperty<>(FakeServices.STARTER);

        @Override
        public ObservableValue<@Nullable ModelSummary> inUse() {
          return used;
        }

        @Override
        public void tryOut(String words) {
          tried.add(words);
        }

        @Override
        public void showConcepts() {
          tried.add("concepts");
        }

        @Override
        public void leave() {
          tried.add("left");
        }
      };

  private TeachViewModel page() {
    services.training = training;
    services.trainingNotes = training;
    TeachViewModel teach = new TeachViewModel(workers, desk, failures::add);
    teach.open(services);
    teach.shown(true);
    return teach;
  }

  private TeachViewModel ready() {
    TeachViewModel teach = page();
    teach.subject().word().set("my-cat");
    teach
        .pictures()
        .add(
            List.of(Path.of("told.png"), Path.of("b.jpg"), Path.of("c.png"), Path.of("notes.txt")));
    return teach;
  }

  @Test
  void saysWhatIsMissing() {
    TeachViewModel teach = page();
    assertThat(teach.obstacle().get()).isEqualTo(Obstacle.NO_NAME);
    teach.subject().word().set("my cat");
    assertThat(teach.obstacle().get()).isEqualTo(Obstacle.BAD_NAME);
    teach.subject().word().set("cat");
    assertThat(teach.obstacle().get()).isEqualTo(Obstacle.NO_PICTURES);
    training.taken = "cat";
    teach.pictures().add(List.of(Path.of("a.png"), Path.of("b.png")));
    assertThat(teach.obstacle().get()).isEqualTo(Obstacle.NO_PICTURES);
    teach.pictures().add(List.of(Path.of("c.png")));
    assertThat(teach.obstacle().get()).isEqualTo(Obstacle.TAKEN);
    training.needs = new Needs(9L << 30, 4L << 30, 2, true);
    teach.subject().word().set("my-cat");
    assertThat(teach.obstacle().get()).isEqualTo(Obstacle.MEMORY);
    teach.start();
    assertThat(training.plans).isEmpty();
    training.available = false;
    assertThat(page().obstacle().get()).isEqualTo(Obstacle.MISSING);
  }

  @Test
  void plansPicturesWithTheirSquaresAndCaptions() {
    TeachViewModel teach = ready();
    LessonPicture first = teach.pictures().all().get(0);
    assertThat(first.source().get()).isEqualTo(LessonPicture.Source.FILE);
    first.move(1000, -1000);
    assertThat(first.crop().get()).isEqualTo(new Square(180, 0, 120));
    first.resize(100);
    assertThat(first.crop().get().side()).isEqualTo(200);
    teach.subject().kind().set(Kind.STYLE);
    assertThat(teach.subject().begin().get()).isEqualTo("painting");
    teach.subject().lora().set(true);
    teach.start();
    TrainingPlan plan = training.plans.get(0);
    assertThat(plan.style()).isTrue();
    assertThat(plan.what()).isEqualTo(new TrainingPlan.Lora(8, 8, true, true));
    assertThat(plan.pictures()).hasSize(3);
    assertThat(plan.pictures().get(0).caption()).isEqualTo("a cat on a chair");
    teach.use();
    assertThat(tried).containsExactly("my-cat <lora:my-cat:1>");
  }

  @Test
  void takesTwentyPicturesAtMost() {
    TeachViewModel teach = page();
    teach.pictures().add(IntStream.range(0, 23).mapToObj(i -> Path.of("p" + i + ".png")).toList());
    assertThat(teach.pictures().all()).hasSize(20);
    assertThat(teach.pictures().tooMany().get()).isEqualTo(3);
  }

  @Test
  void goesOnInALaterStart() {
    training.stopAt = 120;
    TeachViewModel before = ready();
    before.pictures().all().get(1).caption().set("a cat asleep");
    before.start();
    assertThat(before.training().state().get()).isEqualTo(State.STOPPED);
    before.close();

    training.stopAt = Integer.MAX_VALUE;
    TeachViewModel after = page();
    assertThat(after.training().state().get()).isEqualTo(State.STOPPED);
    assertThat(after.training().done().get()).isEqualTo(100);
    assertThat(after.obstacle().get()).isEqualTo(Obstacle.NONE);
    after.start();
    assertThat(training.plans.get(1)).isEqualTo(training.plans.get(0));
    assertThat(after.training().state().get()).isEqualTo(State.DONE);
    assertThat(after.training().losses()).hasSize(600);
    assertThat(after.training().checkpoints()).hasSize(6);
    after.anew();
    assertThat(after.training().state().get()).isEqualTo(State.IDLE);
    assertThat(failures).isEmpty();
  }
}
