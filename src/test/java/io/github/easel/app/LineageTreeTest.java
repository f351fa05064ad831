package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.gallery.Drawn;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.Lineage.Node;
import io.github.easel.generation.PixelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTreeTest {

  @TempDir Path folder;

  private LookFolder pictures;

  @BeforeEach
  void open() {
    pictures = new LookFolder(folder);
  }

  @AfterEach
  void close() {
    pictures.close();
  }

  private static PixelImage drawn(int seed) {
    return Drawn.blobs(seed, 24, 24);
  }

  private GalleryItem add(String name, int seed, int source) throws IOException {
    return pictures.add(name, drawn(seed), "", source < 0 ? "" : drawn(source).sha256());
  }

  private String tree(GalleryItem of) {
    return new LineageTree(pictures.index()).of(of.id()).map(Lineage::root).map(this::told).get();
  }

  private String told(Node node) {
    String name = String.valueOf(node.item().entry().file().getFileName());
    return node.results().isEmpty()
        ? name
        : name + node.results().stream().map(this::told).collect(Collectors.joining(" ", "(", ")"));
  }

  @Test
  void aPictureOfNothingStandsAlone() throws IOException {
    assertThat(tree(add("alone", 1, -1))).isEqualTo("alone");
    assertThat(new LineageTree(pictures.index()).of(4711)).isEmpty();
  }

  @Test
  void theTreeIsTheSameFromEachOfItsPictures() throws IOException {
    List<GalleryItem> all =
        List.of(
            add("root", 1, -1),
            add("a", 2, 1),
            add("b", 3, 1),
            add("aa", 4, 2),
            add("ab", 5, 2),
            add("aaa", 6, 4));
    String expected = "root(a(aa(aaa) ab) b)";
    for (GalleryItem item : all) {
      assertThat(tree(item))
          .as("before any is looked at, sources are unknown")
          .startsWith(item.entry().file().getFileName().toString());
    }
    pictures.look(MeaningService.NONE);
    for (GalleryItem item : all) {
      assertThat(tree(item)).isEqualTo(expected);
    }
  }

  @Test
  void whatWasNotLookedAtYetIsReadForItsResults() throws IOException {
    GalleryItem root = add("root", 1, -1);
    add("a", 2, 1);
    add("aa", 3, 2);
    assertThat(tree(root)).isEqualTo("root(a(aa))");
    Files.delete(root.entry().file());
    assertThat(tree(root)).isEqualTo("root");
  }

  @Test
  void aMissingSourceMakesAPictureTheRoot() throws IOException {
    GalleryItem orphan = add("orphan", 2, 99);
    add("child", 3, 2);
    pictures.look(MeaningService.NONE);
    assertThat(tree(orphan)).isEqualTo("orphan(child)");
  }

  @Test
  void ringsAreCut() throws IOException {
    GalleryItem a = add("a", 1, 3);
    GalleryItem b = add("b", 2, 1);
    add("c", 3, 2);
    GalleryItem self = add("self", 9, 9);
    pictures.look(MeaningService.NONE);
    assertThat(tree(a)).isEqualTo("b(c(a))");
    assertThat(tree(b)).isEqualTo("c(a(b))");
    assertThat(tree(self)).isEqualTo("self");
  }

  @Test
  void aLongChainEndsSomewhereAndHoldsThePictureAskedFor() throws IOException {
    GalleryItem last = add("p0", 0, -1);
    for (int i = 1; i < 150; i++) {
      last = add("p" + i, i, i - 1);
    }
    pictures.look(MeaningService.NONE);
    assertThat(tree(last)).contains("p149").contains("p100").doesNotContain("p20(");
  }

  @Test
  void discardedResultsAreLeftOutButAWayLeadsThroughThem() throws IOException {
    add("root", 1, -1);
    final GalleryItem a = add("a", 2, 1);
    GalleryItem b = add("b", 3, 1);
    GalleryItem aa = add("aa", 4, 2);
    pictures.look(MeaningService.NONE);
    pictures.discard(a, true);
    assertThat(tree(b)).isEqualTo("root(b)");
    assertThat(tree(aa)).isEqualTo("root(b a(aa))");
  }

  @Test
  void aCopyOfAPictureIsNoFurtherOne() throws IOException {
    add("root", 1, -1);
    GalleryItem a = add("a", 2, 1);
    Files.copy(a.entry().file(), folder.resolve("copy"));
    pictures.look(MeaningService.NONE);
    GalleryItem copy = pictures.add("copy2", drawn(2), "", drawn(1).sha256());
    pictures.look(MeaningService.NONE);
    assertThat(tree(copy)).isEqualTo("root(a copy2)");
  }
}
