package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Embedding;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryIndexTest {

  @TempDir Path folder;

  private GalleryIndex open() {
    return GalleryIndex.open(folder.resolve("index.db"));
  }

  @Test
  void givesBackWhatWasPut() {
    PictureEntry entry = Entries.named("fox.png").withPrompt("a red fox").entry();
    try (GalleryIndex index = open()) {
      assertThat(index.isNew()).isTrue();
      index.put(List.of(entry));
      GalleryItem item = index.at(entry.file()).orElseThrow();
      assertThat(item.entry()).isEqualTo(entry);
      assertThat(item.marks()).isEqualTo(Marks.NONE);
      assertThat(index.items(List.of(item.id(), 77L))).containsExactly(item);
      assertThat(index.known())
          .isEqualTo(Map.of(entry.file(), new GalleryIndex.Known(entry.modified(), entry.bytes())));
      assertThat(index.size()).isEqualTo(1);
    }
    try (GalleryIndex again = open()) {
      assertThat(again.isNew()).isFalse();
      assertThat(again.obstacle()).isEmpty();
      assertThat(again.at(entry.file()).orElseThrow().entry()).isEqualTo(entry);
    }
  }

  @Test
  void replacesByFileAndKeepsTheNumber() {
    try (GalleryIndex index = open()) {
      PictureEntry before = Entries.named("a.png").withPrompt("owl").entry();
      index.put(List.of(before));
      final long id = index.at(before.file()).orElseThrow().id();
      index.put(List.of(Entries.named("a.png").withPrompt("hare").entry()));
      GalleryItem after = index.at(before.file()).orElseThrow();
      assertThat(after.id()).isEqualTo(id);
      assertThat(after.entry().facts().prompt()).isEqualTo("hare");
      assertThat(Finding.names(index, "owl")).isEmpty();
      assertThat(Finding.names(index, "hare")).containsExactly("a.png");
    }
  }

  @Test
  void neverGivesANumberTwice() {
    try (GalleryIndex index = open()) {
      PictureEntry entry = Entries.named("a.png").entry();
      index.put(List.of(entry));
      long id = index.at(entry.file()).orElseThrow().id();
      index.forget(List.of(entry.file()));
      assertThat(index.size()).isZero();
      assertThat(Finding.names(index, "a")).isEmpty();
      index.put(List.of(Entries.named("b.png").entry()));
      assertThat(index.items(List.of(id))).isEmpty();
    }
  }

  @Test
  void marksFollowTheIdentity() {
    Marks marks = new Marks(4, true, Optional.of(ColourLabel.GREEN), new TreeSet<>(Set.of("B")));
    try (GalleryIndex index = open()) {
      index.mark("same", marks); // before the file is there
      index.put(
          List.of(
              Entries.named("a.png").withIdentity("same").entry(),
              Entries.named("b.png").withIdentity("same").withDiscarded(true).entry(),
              Entries.named("c.png").entry()));
      assertThat(index.identical("same")).extracting(GalleryItem::marks).containsOnly(marks);
      assertThat(index.marks("same")).isEqualTo(marks);
      assertThat(index.marks("other")).isEqualTo(Marks.NONE);
      assertThat(index.boards()).isEqualTo(Map.of("B", 1));
      index.mark("same", Marks.NONE.withStars(2));
      assertThat(index.identical("same"))
          .extracting(GalleryItem::marks)
          .containsOnly(Marks.NONE.withStars(2));
      assertThat(index.boards()).as("a board stays without pictures").isEqualTo(Map.of("B", 0));
    }
  }

  @Test
  void replacesAllMarks() {
    try (GalleryIndex index = open()) {
      index.put(List.of(Entries.named("a.png").entry(), Entries.named("b.png").entry()));
      index.mark("id-a.png", Marks.NONE.withStars(5).on("old"));
      Marks marks = Marks.NONE.withFavourite(true).on("new \"one\" \n ბორდი");
      index.replaceMarks(Map.of("id-b.png", marks), Set.of("empty"));
      assertThat(index.marks("id-a.png")).isEqualTo(Marks.NONE);
      assertThat(index.identical("id-a.png").get(0).marks()).isEqualTo(Marks.NONE);
      assertThat(index.identical("id-b.png").get(0).marks()).isEqualTo(marks);
      assertThat(index.boards()).isEqualTo(Map.of("empty", 0, "new \"one\" \n ბორდი", 1));
      index.removeBoard("new \"one\" \n ბორდი");
      index.putBoard("empty");
      assertThat(index.boards()).isEqualTo(Map.of("empty", 0));
      assertThat(index.marks("id-b.png")).isEqualTo(Marks.NONE.withFavourite(true));
    }
  }

  @Test
  void namesModelsByUseWhateverTheirCase() {
    try (GalleryIndex index = open()) {
      index.put(
          List.of(
              Entries.named("1").withModel("Turbo", "Euler").entry(),
              Entries.named("2").withModel("turbo", "LCM").entry(),
              Entries.named("3").withModel("Turbo", "LCM").entry(),
              Entries.named("4").withModel("Base", "LCM").entry(),
              Entries.named("5").withModel("Base", "").entry(),
              Entries.named("6").withModel("Gone", "Gone").withDiscarded(true).entry()));
      assertThat(index.models()).containsExactly("Turbo", "Base");
      assertThat(index.samplers()).containsExactly("LCM", "Euler");
    }
  }

  @Test
  void knowsWhichPicturesWereNotLookedAt() {
    Look plain = new Look("px-a", 5, Optional.empty());
    Look whole = new Look("px-b", -7, Optional.of(Embedding.of(new float[] {3, 4})));
    try (GalleryIndex index = open()) {
      index.putLook("id-a", plain, "");
      index.put(
          List.of(
              of("a", 1), of("b", 2), of("c", 3), Entries.named("d").withDiscarded(true).entry()));
      assertThat(names(index.lookless("", 9))).containsExactly("c", "b");
      assertThat(names(index.lookless("T", 9))).containsExactly("c", "b", "a");
      index.putLook("id-b", whole, "T");
      assertThat(names(index.lookless("", 9))).containsExactly("c");
      assertThat(names(index.lookless("T", 9))).containsExactly("c", "a");
      assertThat(names(index.lookless("other", 9))).containsExactly("c", "b", "a");
      assertThat(names(index.lookless("other", 2))).containsExactly("c", "b");
      assertThat(looks(index, "T")).containsExactly(plain, whole);
      assertThat(looks(index, "other"))
          .containsExactly(plain, new Look("px-b", -7, Optional.empty()));
      assertThat(names(index.withPixels("px-b"))).containsExactly("b");
    }
  }

  @Test
  void findsResultsByTheirSource() {
    try (GalleryIndex index = open()) {
      index.put(
          List.of(
              Entries.named("late").withSource("s").withMade(Entries.NOON.plusDays(1)).entry(),
              Entries.named("early").withSource("s").entry(),
              Entries.named("none").entry()));
      assertThat(names(index.withSource("s"))).containsExactly("early", "late");
      assertThat(index.withSource("")).isEmpty();
    }
  }

  @Test
  void itsVersionGrowsWithItsOwnChangesAndThoseOfOthers() {
    try (GalleryIndex index = open();
        GalleryIndex other = open()) {
      long first = index.version();
      assertThat(index.version()).isEqualTo(first);
      index.put(List.of(Entries.named("a").entry()));
      long second = index.version();
      assertThat(second).isGreaterThan(first);
      other.mark("id-a", Marks.NONE.withStars(1));
      assertThat(index.version()).isGreaterThan(second);
      assertThat(index.marks("id-a").stars()).isEqualTo(1);
    }
  }

  private static PictureEntry of(String name, int hours) {
    LocalDateTime made = Entries.NOON.plusHours(hours);
    return Entries.named(name).withIdentity("id-" + name).withMade(made).entry();
  }

  private static List<Look> looks(GalleryIndex index, String towers) {
    List<Look> looks = new ArrayList<>();
    index.eachLook(towers, (id, look) -> looks.add(look));
    return looks;
  }

  private static List<String> names(List<GalleryItem> items) {
    return Finding.names(items);
  }
}
