package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches wait for a decision, one behind the other. */
class StagingTest extends ViewerBench {

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
  void goesBehindTheLastToTheFirstThatIsUndecidedAndStaysWhenThereIsNone() {
    draw(3);
    CandidatesViewModel candidates = viewer.candidates();
    List<Picture> all = List.copyOf(candidates.all());
    viewer.show(all.get(1));
    candidates.accept(all.get(1));
    assertThat(viewer.subject().get()).isSameAs(all.get(2));
    candidates.accept(all.get(2));
    assertThat(viewer.subject().get()).isSameAs(all.get(0));
    candidates.discard(viewer.subject().get());
    assertThat(pictures.all()).containsExactly(all.get(2), all.get(1)); // nothing that was kept
    viewer.show(all.get(1));
    candidates.accept(all.get(1));
    assertThat(viewer.subject().get()).isSameAs(all.get(1));
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
}
