package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.settings.Session;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.viewer.CompareViewModel.Mode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is to be seen while pictures come, are chosen, compared and thrown away. */
class ViewerViewModelTest {

  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final Queue<Runnable> drawing = new ArrayDeque<>();
  private final Queue<Runnable> files = new ArrayDeque<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Workers workers =
      new Workers(Runnable::run, drawing::add, files::add, Runnable::run);
  private final PicturesViewModel pictures =
      new PicturesViewModel(workers, failure -> failures.add(failure.failure()));
  private final QueueViewModel line = new QueueViewModel(workers, failure -> {});
  private final ViewerViewModel viewer =
      new ViewerViewModel(workers, pictures, line, failure -> failures.add(failure.failure()));

  /** What happens after each preview, on the thread that draws. */
  private Runnable meanwhile = () -> {};

  ViewerViewModelTest() {
    viewer.open(services);
    line.open(
        services,
        () -> PreviewWish.NONE,
        (job, index, result) -> viewer.finished(job, result, services));
    line.preview()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                meanwhile.run();
              }
            });
  }

  private void submit(int count) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a cat"),
            "Starter",
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 4, 5),
            7);
    List<GenerationRequest> requests = new ArrayList<>();
    LongStream.range(0, count).forEach(i -> requests.add(request.withSeed(i)));
    line.submit(Draft.EMPTY, requests, false);
  }

  private void draw(int count) {
    submit(count);
    for (int i = 0; i < count; i++) {
      services.preview(2, FakeServices.gradient(8, 8));
      services.finish();
    }
    work(drawing);
    work(files);
  }

  private static void work(Queue<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private Picture newest() {
    return pictures.all().get(0);
  }

  @Test
  void showsThePictureThatIsBeingDrawnAndThenTheFinishedOne() {
    List<Sight> seen = new ArrayList<>();
    viewer.sight().addListener((property, old, now) -> seen.add(now));
    draw(1);
    Sight look = seen.get(0);
    assertThat(look.picture()).isNull();
    assertThat(look.width()).isEqualTo(64);
    assertThat(look.pixels()).isEqualTo(FakeServices.gradient(8, 8));
    Sight finished = seen.get(seen.size() - 1);
    assertThat(finished.picture()).isSameAs(newest());
    assertThat(finished.follows(look)).isTrue();
    assertThat(seen).doesNotContainNull();
  }

  @Test
  void doesNotPullAwayWhoLooksAtAnEarlierPicture() {
    draw(1);
    draw(1);
    Picture earlier = pictures.all().get(1);
    meanwhile =
        () -> {
          meanwhile = () -> {};
          assertThat(viewer.subject().get()).isNull();
          pictures.shown().set(earlier);
          assertThat(viewer.live().get()).isFalse();
          assertThat(viewer.subject().get()).isSameAs(earlier);
        };
    draw(2);
    assertThat(pictures.all()).hasSize(4);
    assertThat(viewer.subject().get()).isSameAs(earlier);
    assertThat(viewer.live().get()).isTrue(); // the next time
    draw(1);
    assertThat(viewer.subject().get()).isSameAs(newest());
  }

  @Test
  void goesBackToThePictureThatIsBeingDrawn() {
    draw(1);
    Picture first = newest();
    meanwhile =
        () -> {
          meanwhile = () -> {};
          viewer.show(first);
          assertThat(viewer.subject().get()).isSameAs(first);
          viewer.previous(); // it stands before all others
          assertThat(viewer.live().get()).isTrue();
          assertThat(viewer.subject().get()).isNull();
        };
    draw(1);
    assertThat(viewer.subject().get()).isSameAs(newest());
  }

  @Test
  void stagesABatchButNotASinglePicture() {
    draw(1);
    assertThat(viewer.candidates().all()).isEmpty();
    draw(3);
    CandidatesViewModel candidates = viewer.candidates();
    assertThat(candidates.all())
        .extracting(one -> one.request().seed())
        .containsExactly(0L, 1L, 2L);
    assertThat(candidates.coming().get()).isZero();
    draw(1);
    assertThat(candidates.all()).hasSize(3); // what is undecided waits
    draw(2);
    assertThat(candidates.all())
        .extracting(one -> one.request().seed())
        .containsExactly(0L, 1L, 2L, 0L, 1L); // one batch behind the other
    assertThat(candidates.beginsABatch(candidates.all().get(3))).isTrue();
    assertThat(candidates.beginsABatch(candidates.all().get(4))).isFalse();
    assertThat(pictures.undecided()).containsExactlyInAnyOrderElementsOf(candidates.all());
    assertThat(pictures.all()).hasSize(7);
  }

  @Test
  void closesABatchOnceAllOfItIsDecided() {
    draw(2);
    draw(2);
    CandidatesViewModel candidates = viewer.candidates();
    List<Picture> all = List.copyOf(candidates.all());
    candidates.accept(all.get(1));
    assertThat(candidates.all()).isEqualTo(all); // with a mark on what is kept
    candidates.accept(all.get(0));
    assertThat(candidates.all()).containsExactly(all.get(2), all.get(3));
    candidates.acceptAll();
    assertThat(candidates.all()).isEmpty();
    assertThat(pictures.all()).hasSize(4);
    assertThat(pictures.undecided()).isEmpty();
  }

  @Test
  void staysAtTheLastAndGoesToNoneThatLiesBefore() {
    draw(3);
    CandidatesViewModel candidates = viewer.candidates();
    List<Picture> all = List.copyOf(candidates.all());
    viewer.show(all.get(1));
    candidates.accept(all.get(1));
    assertThat(viewer.subject().get()).isSameAs(all.get(2));
    candidates.accept(all.get(2));
    assertThat(viewer.subject().get()).isSameAs(all.get(2));
    assertThat(pictures.undecided()).containsExactly(all.get(0));
  }

  @Test
  void goesFromOneBatchToTheNext() {
    draw(2);
    draw(2);
    List<Picture> all = List.copyOf(viewer.candidates().all());
    viewer.show(all.get(1));
    viewer.candidates().accept(all.get(1));
    assertThat(viewer.subject().get()).isSameAs(all.get(2));
  }

  @Test
  void discardsTheRestOfOneBatchAlone() {
    draw(3);
    draw(2);
    CandidatesViewModel candidates = viewer.candidates();
    List<Picture> all = List.copyOf(candidates.all());
    candidates.accept(all.get(2));
    candidates.keepOnly(all.get(0));
    assertThat(candidates.all()).containsExactly(all.get(3), all.get(4));
    assertThat(pictures.all()).containsExactly(all.get(4), all.get(3), all.get(2), all.get(0));
    work(files);
    viewer.trash().undo();
    work(files);
    // undecided as it was, in its place, with those that were kept
    assertThat(candidates.all()).isEqualTo(all);
    assertThat(pictures.undecided()).containsExactlyInAnyOrder(all.get(1), all.get(3), all.get(4));
  }

  @Test
  void tellsTheNextStartWhatIsUndecided() {
    draw(2);
    draw(2);
    List<Picture> all = List.copyOf(viewer.candidates().all());
    viewer.candidates().accept(all.get(2));
    assertThat(viewer.candidates().left())
        .extracting(Session.Batch::files)
        .containsExactly(
            List.of(all.get(0).file().get().toString(), all.get(1).file().get().toString()),
            List.of(all.get(3).file().get().toString()));
  }

  @Test
  void awaitsOnlyWhatIsMissingOfABatchThatGoesOn() {
    List<Integer> coming = new ArrayList<>();
    viewer.candidates().coming().addListener((property, old, now) -> coming.add(now.intValue()));
    submit(4);
    services.finish();
    services.finish();
    services.fail(new GenerationException(Failure.NOT_FINITE, "broken", "3"));
    work(drawing);
    assertThat(coming).containsExactly(4, 3, 2, 0);
    coming.clear();
    line.commands().again(line.rows().get(0));
    services.finish();
    services.finish();
    work(drawing);
    assertThat(coming).containsExactly(2, 1, 0);
    assertThat(viewer.candidates().all()).hasSize(4);
  }

  @Test
  void goesOnToTheNextUndecidedAndClosesWhenAllIsDecided() {
    draw(3);
    CandidatesViewModel candidates = viewer.candidates();
    List<Picture> all = List.copyOf(candidates.all());
    viewer.show(all.get(0));
    candidates.accept(all.get(0));
    assertThat(viewer.subject().get()).isSameAs(all.get(1));
    candidates.discard(all.get(1));
    assertThat(viewer.subject().get()).isSameAs(all.get(2));
    assertThat(candidates.all()).containsExactly(all.get(0), all.get(2));
    candidates.accept(all.get(2));
    assertThat(candidates.all()).isEmpty();
    assertThat(pictures.all()).containsExactly(all.get(2), all.get(0));
  }

  @Test
  void keepsOneAndDiscardsTheRestAtOnce() {
    draw(3);
    Picture chosen = viewer.candidates().all().get(1);
    viewer.candidates().keepOnly(chosen);
    assertThat(pictures.all()).containsExactly(chosen);
    assertThat(viewer.subject().get()).isSameAs(chosen);
    assertThat(viewer.candidates().all()).isEmpty();
    assertThat(viewer.trash().count().get()).isEqualTo(2);
    work(files);
    viewer.trash().undo();
    work(files);
    assertThat(pictures.all()).hasSize(3);
  }

  @Test
  void movesDiscardedFilesToTheTrashAndBack() {
    draw(2);
    Picture unwanted = newest();
    Picture other = pictures.all().get(1);
    Path before = unwanted.file().get();
    viewer.candidates().discard(unwanted);
    work(files);
    assertThat(unwanted.file().get().toString()).contains("Trash");
    assertThat(pictures.all()).containsExactly(other);
    assertThat(viewer.subject().get()).isSameAs(other);
    viewer.trash().undo();
    work(files);
    assertThat(unwanted.file().get()).isEqualTo(before);
    assertThat(pictures.all()).containsExactly(unwanted, other);
    assertThat(viewer.subject().get()).isSameAs(unwanted);
    assertThat(viewer.trash().count().get()).isZero();
    assertThat(failures).isEmpty();
  }

  @Test
  void takesBackAPictureWhoseFileWasNotWrittenYet() {
    submit(1);
    services.finish();
    work(drawing);
    Picture picture = newest();
    viewer.trash().discard(List.of(picture));
    assertThat(viewer.subject().get()).isNull();
    viewer.trash().undo();
    work(files);
    assertThat(pictures.all()).containsExactly(picture);
    assertThat(picture.file().get().toString()).doesNotContain("Trash");
    assertThat(failures).isEmpty();
  }

  @Test
  void putsAPictureBackWhoseFileCannotBeMoved() {
    draw(1);
    Picture picture = newest();
    services.lose(picture.file().get());
    viewer.trash().discard(List.of(picture));
    work(files);
    assertThat(pictures.all()).containsExactly(picture);
    assertThat(failures).contains(Failure.FILE_UNREADABLE);
  }

  @Test
  void comparesWithTheOneLookedAtBeforeOrTheChosenOne() {
    draw(1);
    CompareViewModel compare = viewer.compare();
    assertThat(compare.possible().get()).isFalse();
    compare.cycle();
    assertThat(compare.mode().get()).isEqualTo(Mode.OFF);
    draw(1);
    draw(1);
    compare.cycle();
    assertThat(compare.mode().get()).isEqualTo(Mode.SLIDER);
    assertThat(compare.other().get()).isSameAs(pictures.all().get(1));
    Picture oldest = pictures.all().get(2);
    compare.with(oldest);
    assertThat(compare.other().get()).isSameAs(oldest);
    work(files);
    assertThat(oldest.pixels().get()).isNotNull();
    Picture a = viewer.subject().get();
    compare.swap();
    assertThat(viewer.subject().get()).isSameAs(oldest);
    assertThat(compare.other().get()).isSameAs(a);
    compare.cycle();
    compare.cycle();
    assertThat(compare.mode().get()).isEqualTo(Mode.BLINK);
    compare.blink();
    assertThat(compare.otherSeen().get()).isTrue();
    compare.cycle();
    assertThat(compare.mode().get()).isEqualTo(Mode.OFF);
    assertThat(compare.other().get()).isNull();
    assertThat(a.pixels().get()).isNull();
  }

  @Test
  void stopsComparingWhenTheOtherIsGone() {
    draw(1);
    draw(1);
    viewer.compare().cycle();
    viewer.trash().discard(List.of(pictures.all().get(1)));
    assertThat(viewer.compare().mode().get()).isEqualTo(Mode.OFF);
    assertThat(viewer.compare().possible().get()).isFalse();
  }

  @Test
  void stepsThroughTheSession() {
    draw(1);
    draw(1);
    viewer.next();
    assertThat(viewer.subject().get()).isSameAs(pictures.all().get(1));
    viewer.next();
    assertThat(viewer.subject().get()).isSameAs(pictures.all().get(1));
    viewer.previous();
    assertThat(viewer.subject().get()).isSameAs(newest());
  }

  @Test
  void asksTheSystemAndTellsWhenItCannot() {
    draw(1);
    viewer.reveal(newest());
    viewer.open(newest());
    work(files);
    assertThat(services.desktop).containsExactly("reveal easel-0.png", "open easel-0.png");
    services.desktopFailure = new GenerationException(Failure.DESKTOP_UNAVAILABLE, "no", "x", "no");
    viewer.reveal(newest());
    work(files);
    assertThat(failures).containsExactly(Failure.DESKTOP_UNAVAILABLE);
  }

  @Test
  void writesTheSettingsAsA1111Does() {
    draw(1);
    List<String> texts = new ArrayList<>();
    viewer.settingsText(newest(), texts::add);
    work(files);
    assertThat(texts.get(0)).startsWith("a cat\nSteps: 4, Sampler: DDIM").contains("Seed: 0");
  }
}
