package io.github.easel.app.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import io.github.easel.image.Infotext;
import io.github.easel.image.PngReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridServiceTest {

  private final Grids.Painter painter = new Grids.Painter();
  private final GridService service = new GridService(painter, Locale.ENGLISH);

  private static GenerationException unsuitable() {
    return new GenerationException(Failure.STEPS_UNSUITABLE, "too many", "900", "500");
  }

  @Test
  void drawsEveryPictureIntoItsPlace(@TempDir Path folder) {
    GridPlan plan = Grids.plan("seed=10,20,30", "steps=2,3", "size=32x32,48x24");
    GridSize size = service.check(plan);

    GridOutcome outcome = service.draw(plan, GridListener.NONE, new Cancellation());

    assertThat(painter.requests).hasSize(12);
    assertThat(outcome.made()).isEqualTo(size.pictures()).isEqualTo(12);
    assertThat(outcome.missing()).isEmpty();
    assertThat(outcome.cancelled()).isFalse();
    assertThat(outcome.pixels().width()).isEqualTo(size.width());
    assertThat(outcome.pixels().height()).isEqualTo(size.height());
    for (GenerationRequest request : painter.requests) {
      assertThat(Grids.shows(outcome.pixels(), request)).as("%s", request).isTrue();
    }
    Path file = folder.resolve("new/sheet.png");
    outcome.write(file);
    assertThat(PngReader.pixels(file)).isEqualTo(outcome.pixels());
  }

  @Test
  void theFileSaysHowItWasMade(@TempDir Path folder) {
    GridOutcome outcome =
        service.draw(
            Grids.plan("seed=-1,7", "prompt=cat,\"a, b\""), GridListener.NONE, new Cancellation());
    outcome.write(folder.resolve("sheet.png"));

    Map<String, String> texts = PngReader.texts(folder.resolve("sheet.png"));
    assertThat(texts).containsOnlyKeys(Infotext.KEYWORD);
    Infotext text = Infotext.parse(Objects.requireNonNull(texts.get(Infotext.KEYWORD)));
    assertThat(text.prompt().positive()).isEqualTo("a red cat and a blue dog");
    assertThat(text.settings())
        .containsEntry("Script", "X/Y/Z plot")
        .containsEntry("X Type", "Seed")
        .containsEntry("X Values", "-1,7")
        .containsEntry("Fixed X Values", painter.requests.get(0).seed() + ", 7")
        .containsEntry("Y Type", "Prompt S/R")
        .containsEntry("Y Values", "cat,\"a, b\"")
        .containsEntry("Steps", "4")
        .doesNotContainKeys("Z Type", "Fixed Y Values");
  }

  @Test
  void modelsAreOpenedOnceAndSizesSeldom() {
    service.draw(
        Grids.plan("model=a,b", "size=16x16,32x32", "seed=1,2"),
        GridListener.NONE,
        new Cancellation());

    assertThat(painter.requests)
        .extracting(request -> request.model() + request.size().width())
        .containsExactly("a16", "a16", "a32", "a32", "b16", "b16", "b32", "b32");
  }

  @Test
  void aPictureThatFailsLeavesItsReasonAndTheRestGoesOn() {
    painter.hook =
        request -> {
          if (request.sampling().steps() == 900) {
            throw unsuitable();
          }
        };
    List<Integer> failed = new ArrayList<>();
    GridListener listener =
        new GridListener() {
          @Override
          public void on(GridProgress progress) {}

          @Override
          public void failed(GridCell cell, GenerationException failure) {
            failed.add(cell.number());
          }
        };
    GridPlan plan = Grids.plan("steps=4,900,5");

    GridOutcome outcome = service.draw(plan, listener, new Cancellation());

    assertThat(outcome.made()).isEqualTo(2);
    assertThat(failed).containsExactly(2);
    assertThat(outcome.missing()).extracting(m -> m.cell().number()).containsExactly(2);
    assertThat(Grids.shows(outcome.pixels(), painter.requests.get(1))).isFalse();
    assertThat(Grids.shows(outcome.pixels(), painter.requests.get(2))).isTrue();
  }

  @Test
  void aPictureThatCannotBeKeptIsStillOnTheSheet() {
    GridListener listener =
        new GridListener() {
          @Override
          public void on(GridProgress progress) {}

          @Override
          public void finished(GridCell cell, GenerationResult result) {
            throw new GenerationException(Failure.FILE_UNWRITABLE, "full", "x", "full");
          }
        };

    GridOutcome outcome = service.draw(Grids.plan("steps=4,5"), listener, new Cancellation());

    assertThat(outcome.made()).isEqualTo(2);
    assertThat(outcome.missing()).hasSize(2);
  }

  @Test
  void cancellingKeepsWhatIsFinished() {
    Cancellation cancellation = new Cancellation();
    painter.hook =
        request -> {
          if (painter.requests.size() == 3) {
            cancellation.cancel();
          }
        };

    GridOutcome outcome = service.draw(Grids.plan("seed=1-5"), GridListener.NONE, cancellation);

    assertThat(outcome.cancelled()).isTrue();
    assertThat(outcome.made()).isEqualTo(2);
    assertThat(painter.requests).hasSize(3);
    assertThat(Grids.shows(outcome.pixels(), painter.requests.get(1))).isTrue();
    assertThat(Grids.shows(outcome.pixels(), painter.requests.get(2))).isFalse();
  }

  @Test
  void withoutAnyPictureThereIsNoSheet() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(() -> service.draw(Grids.plan("seed=1-5"), GridListener.NONE, cancelled))
        .extracting("failure")
        .isEqualTo(Failure.CANCELLED);
    assertThat(painter.requests).isEmpty();

    painter.hook =
        request -> {
          throw unsuitable();
        };
    assertThatThrownBy(
            () -> service.draw(Grids.plan("seed=1-5"), GridListener.NONE, new Cancellation()))
        .extracting("failure")
        .isEqualTo(Failure.STEPS_UNSUITABLE);
    assertThat(painter.requests).hasSize(5);
  }

  @Test
  void whatEveryPictureWouldMeetEndsTheGrid() {
    painter.hook =
        request -> {
          if (!request.model().equals("b")) {
            throw new GenerationException(Failure.MODEL_FILE_MISSING, "gone", "x");
          }
        };
    assertThatThrownBy(
            () -> service.draw(Grids.plan("seed=1-5"), GridListener.NONE, new Cancellation()))
        .isInstanceOf(GenerationException.class);
    assertThat(painter.requests).hasSize(1);

    GridOutcome outcome =
        service.draw(Grids.plan("model=a,b"), GridListener.NONE, new Cancellation());
    assertThat(outcome.made()).isEqualTo(1);
  }

  @Test
  void tellsHowFarItIs() {
    List<GridProgress> heard = new ArrayList<>();

    service.draw(Grids.plan("seed=1-3"), heard::add, new Cancellation());

    assertThat(heard).hasSize(15);
    assertThat(heard).extracting(GridProgress::picture).isSorted().startsWith(1).endsWith(3);
    assertThat(heard).allMatch(progress -> progress.pictures() == 3);
    assertThat(heard).allMatch(progress -> progress.secondsLeft() >= 0);
    assertThat(heard.get(0).secondsLeft()).isZero();
    assertThat(heard.get(14).secondsLeft()).isZero();
  }

  @Test
  void timeIsReckonedByStepsAndPixels() {
    long[] now = {0};
    List<GridCell> cells = Grids.plan("steps=2,4").cells();
    GridPace pace = new GridPace(cells, () -> now[0]);
    now[0] = 10_000_000_000L;
    pace.end(cells.get(0), true);

    Progress begun = new Progress(Stage.SAMPLING, 0, 4, 0);
    assertThat(pace.secondsLeft(cells.get(1), begun)).isEqualTo(20);
  }

  @Test
  void aSheetThatNobodyCouldOpenIsRefusedBeforeItBegins() {
    GenerationRequest large =
        new GenerationRequest(
            Grids.BASE.prompt(),
            "m",
            new ImageSize(4096, 4096),
            Grids.BASE.sampling(),
            Grids.BASE.seeding());
    GridProblem problem =
        catchThrowableOfType(
            GridProblem.class, () -> service.check(Grids.plan(large, "seed=1-5", "steps=1-3")));

    assertThat(problem.kind()).isEqualTo(GridProblem.Kind.SHEET_TOO_LARGE);
    assertThat(new GridTexts(Locale.ENGLISH).of(problem))
        .startsWith("The sheet would be 20")
        .endsWith(
            "but at most 16384 on a side and 200 million in all can be drawn: choose fewer values"
                + " or a smaller size.");
    assertThat(painter.requests).isEmpty();
  }
}
