package io.github.easel.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.FreeName;
import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.gallery.GalleryFilter;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.GalleryQuery.Order;
import io.github.easel.gallery.Nearness;
import io.github.easel.ui.gallery.GallerySelection.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed and what is chosen, what Delete is about, and what leaves the collection. */
class GalleryTypingTest extends GalleryRig {

  GalleryTypingTest(@TempDir Path folder) {
    super(folder);
  }

  private GalleryQuery last() {
    return collection.asked.get(collection.asked.size() - 1);
  }

  @Test
  void readsFiltersAmongTheWords() throws IOException {
    long plain = add(2);
    long best = add(1);
    collection.mark(List.of(best), marks -> marks.withStars(4));
    open();
    gallery.question().words().set("fox stars:3 sort:oldest");
    pause();
    assertThat(ids()).containsExactly(best);
    assertThat(last().words()).isEqualTo("fox");
    assertThat(last().order()).isEqualTo(Order.OLDEST);
    gallery.question().words().set("ვარსკვლავი:3");
    pause();
    assertThat(ids()).containsExactly(best).doesNotContain(plain);
  }

  @Test
  void whatIsTypedAndWhatIsChosenBothHold() throws IOException {
    long both = add(1);
    long favourite = add(2);
    collection.mark(List.of(both), marks -> marks.withStars(5).withFavourite(true));
    collection.mark(List.of(favourite), marks -> marks.withFavourite(true));
    open();
    new FilterEdit(gallery.question().filter()).stars(4);
    gallery.question().words().set("is:favourite");
    pause();
    assertThat(ids()).containsExactly(both);
  }

  @Test
  void anOrderAndABoardThatAreTypedCountBeforeThoseThatAreChosen() throws IOException {
    add(1);
    open();
    gallery.question().order().set(Order.BEST);
    gallery.question().go(GalleryScope.board("Foxes"));
    gallery.question().words().set("fox");
    assertThat(gallery.question().query().order()).isEqualTo(Order.BEST);
    assertThat(gallery.question().query().filter().board()).contains("Foxes");
    gallery.question().words().set("fox sort:newest board:Owls");
    assertThat(gallery.question().query().order()).isEqualTo(Order.NEWEST);
    assertThat(gallery.question().query().filter().board()).contains("Owls");
  }

  @Test
  void looksIntoTheTrashByWordsAndDiscardsNothingThere() throws IOException {
    add(1);
    long gone = add(2);
    collection.discard(List.of(gone));
    open();
    gallery.question().words().set("is:trash");
    pause();
    assertThat(ids()).containsExactly(gone);
    gallery.take(0, Manner.ALONE);
    work();
    actions.discard();
    work();
    assertThat(ids()).containsExactly(gone);
  }

  @Test
  void filtersPicturesThatAreAlikeToo() throws IOException {
    long near = add(1);
    long nearer = add(2);
    collection.mark(List.of(near), marks -> marks.withStars(5));
    open();
    gallery.showNearest(
        List.of(new Nearness(nearer, 0.9), new Nearness(near, 0.8)), "like", Optional.empty());
    work();
    assertThat(ids()).containsExactly(nearer, near);
    new FilterEdit(gallery.question().filter()).stars(4);
    work();
    assertThat(ids()).containsExactly(near);
    gallery.question().filter().set(GalleryFilter.NONE);
    work();
    assertThat(ids()).containsExactly(nearer, near);
  }

  @Test
  void knowsThatTheViewerStillShowsAnother() throws IOException {
    add(1);
    add(2);
    open();
    gallery.take(0, Manner.ALONE);
    work();
    assertThat(actions.isAheadOfViewer()).isFalse();
    gallery.take(1, Manner.ALONE);
    assertThat(actions.isAheadOfViewer()).isTrue();
    long chosen = gallery.selection().leadId();
    actions.discard();
    work();
    assertThat(collection.get(chosen).entry().discarded()).isTrue();
    assertThat(gallery.size().get()).isEqualTo(1);
  }

  @Test
  void exportsTellsHowFarItIsAndWhatCameOfIt() throws IOException {
    long one = add(1);
    long two = add(2);
    open();
    ExportViewModel exports = gallery.exports();
    Path sheet = folder.resolve("out").resolve("sheet.png");
    exports.export(Form.SHEET, List.of(one, two), sheet, Locale.ENGLISH);
    assertThat(exports.progress().get()).isEqualTo(new ExportViewModel.Progress(0, 2));
    work();
    assertThat(exports.progress().get()).isNull();
    assertThat(exports.done().get()).isEqualTo(new ExportViewModel.Done(2, 0, sheet));
    assertThat(sheet).isNotEmptyFile();
    exports.forget();
    exports.export(Form.SHEET, List.of(one), folder.resolve("none.png"), Locale.ENGLISH);
    exports.cancel();
    work();
    assertThat(exports.progress().get()).isNull();
    assertThat(exports.done().get()).isNull();
    assertThat(folder.resolve("none.png")).doesNotExist();
    assertThat(failures).isEmpty();
  }

  @Test
  void anExportReplacesNothingThatWasNotAskedAbout() throws IOException {
    Path taken = Files.createFile(folder.resolve("all.zip"));
    assertThat(ExportTarget.complete(taken, ".zip")).isEqualTo(taken);
    assertThat(ExportTarget.complete(folder.resolve("all"), ".zip"))
        .isEqualTo(folder.resolve("all-2.zip"));
    assertThat(ExportTarget.complete(folder.resolve("a"), ".zip"))
        .isEqualTo(folder.resolve("a.zip"));
    assertThat(FreeName.of(folder.resolve("page"))).isEqualTo(folder.resolve("page"));
  }
}
