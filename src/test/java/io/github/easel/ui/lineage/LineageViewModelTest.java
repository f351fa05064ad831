package io.github.easel.ui.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.gallery.Drawn;
import io.github.easel.gallery.Nearness;
import io.github.easel.gallery.PictureKind;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import io.github.easel.ui.lineage.LineageViewModel.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageViewModelTest {

  private static final Workers AT_ONCE =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);

  private final List<GenerationException> failures = new ArrayList<>();
  private final List<Path> chosen = new ArrayList<>();
  private final LineageViewModel model = new LineageViewModel(AT_ONCE, failures::add, chosen::add);
  private final FakeCollection collection = new FakeCollection();
  private final Path root = collection.add(Path.of("root"), PictureKind.TEXT, "a fox", null);

  @Test
  void listsTheTreeWithEachPictureBeforeItsResults() {
    Path a = collection.add(Path.of("a"), PictureKind.REFINED, "", root);
    Path b = collection.add(Path.of("b"), PictureKind.REFINED, "", root);
    collection.add(Path.of("aa"), PictureKind.FILLED, "", a);
    model.open(collection.service());
    assertThat(model.state().get()).isEqualTo(State.NOTHING);
    model.show(Optional.of(b));
    assertThat(model.state().get()).isEqualTo(State.TREE);
    assertThat(model.rows())
        .extracting(row -> row.item().entry().file() + " " + row.depth() + " " + row.isAsked())
        .containsExactly("root 0 false", "a 1 false", "aa 2 false", "b 1 true");
    model.choose(model.rows().get(2));
    assertThat(chosen).containsExactly(Path.of("aa"));
  }

  @Test
  void tellsWhereThereIsNoTree() {
    model.open(collection.service());
    model.show(Optional.of(root));
    assertThat(model.state().get()).isEqualTo(State.ALONE);
    model.show(Optional.of(Path.of("elsewhere")));
    assertThat(model.state().get()).isEqualTo(State.UNKNOWN);
    assertThat(model.rows()).isEmpty();
    model.show(Optional.empty());
    assertThat(model.state().get()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void tellsWhyThereIsNoAnswer() {
    collection.fail(new GenerationException(Failure.FILE_UNREADABLE, "no", "index"));
    model.open(collection.service());
    model.show(Optional.of(root));
    assertThat(failures).hasSize(1);
    assertThat(model.state().get()).isEqualTo(State.NOTHING);
  }

  @Test
  void asksForPicturesLikeOneInTheCollectionOrFromElsewhere() {
    Likes likes = new Likes(AT_ONCE, failures::add);
    collection.near = List.of(new Nearness(7, 0.9), new Nearness(1, 0.8));
    likes.open(collection.service());
    List<Nearness> found = new ArrayList<>();
    likes.like(Optional.of(root), Drawn.plain(4, 4, 0), found::addAll);
    assertThat(found).extracting(Nearness::id).containsExactly(7L, 1L);
    found.clear();
    likes.like(Optional.empty(), Drawn.plain(4, 4, 0), found::addAll);
    assertThat(found).hasSize(2);
  }
}
