package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.viewer.CompareViewModel.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to be seen while pictures come, are chosen, compared and thrown away. */
class ViewerViewModelTest extends ViewerBench {

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
