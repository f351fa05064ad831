package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.gallery.GalleryQuery.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is asked of whatever pictures, the index finds what reading them all would find. */
class GalleryIndexSearchTest {

  private static final Path FOLDER = folder();
  private static final GalleryIndex INDEX = GalleryIndex.open(FOLDER.resolve("index.db"));

  private static Path folder() {
    try {
      return Files.createTempDirectory("index");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void close() throws IOException {
    INDEX.close();
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(FOLDER);
  }

  record Drawn(Entries entry, Marks marks) {}

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void findsWhatReadingAllWouldFind(
      @ForAll("pictures") List<Drawn> pictures, @ForAll("searches") List<NaiveSearch> searches) {
    INDEX.forget(List.copyOf(INDEX.known().keySet()));
    List<PictureEntry> entries = new ArrayList<>();
    TreeMap<String, Marks> marks = new TreeMap<>();
    for (int i = 0; i < pictures.size(); i++) {
      Drawn one = pictures.get(i);
      String name = "%03d".formatted(i);
      entries.add(one.entry().withName(name).entry());
      marks.put("id-" + name, one.marks());
    }
    INDEX.put(entries);
    INDEX.replaceMarks(marks, Set.of());
    List<GalleryItem> all =
        entries.stream().map(entry -> INDEX.at(entry.file()).orElseThrow()).toList();
    assertThat(all).extracting(GalleryItem::entry).isEqualTo(entries);
    assertThat(all).extracting(GalleryItem::marks).containsExactlyElementsOf(marks.values());
    for (NaiveSearch search : searches) {
      assertThat(Finding.names(INDEX, search.typed()))
          .as("%s", search.typed())
          .isEqualTo(search.find(all));
    }
  }

  @Provide
  Arbitrary<List<Drawn>> pictures() {
    Arbitrary<Entries> entry =
        Combinators.combine(
                words().list().ofMaxSize(6),
                Arbitraries.of("", "Turbo", "turbo", "Grün"),
                Arbitraries.of("Euler", "LCM"),
                Arbitraries.of(256, 512),
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(PictureKind.values()),
                Arbitraries.of(true, false, false, false),
                Arbitraries.longs().between(-1, 2))
            .as(
                (prompt, model, sampler, width, day, kind, discarded, seed) ->
                    Entries.named("")
                        .withPrompt(String.join(", ", prompt))
                        .withModel(model, sampler)
                        .withSize(width, 512)
                        .withMade(Entries.NOON.plusDays(day))
                        .withKind(kind)
                        .withDiscarded(discarded)
                        .withSeed(seed)
                        .withModified(100 - seed));
    return Combinators.combine(entry, marks()).as(Drawn::new).list().ofMaxSize(30);
  }

  private static Arbitrary<Marks> marks() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(true, false),
            Arbitraries.of(ColourLabel.RED, ColourLabel.BLUE).optional(),
            Arbitraries.of("A", "ბ").set().ofMaxSize(2))
        .as((stars, favourite, label, on) -> new Marks(stars, favourite, label, new TreeSet<>(on)));
  }

  @Provide
  Arbitrary<List<NaiveSearch>> searches() {
    Arbitrary<String> phrase =
        Combinators.combine(words(), words()).as((a, b) -> '"' + a + ' ' + b + '"');
    Arbitrary<String> typed = Arbitraries.oneOf(words(), words(), phrase);
    return Combinators.combine(
            typed.list().ofMaxSize(2),
            typed.list().ofMaxSize(1),
            Arbitraries.oneOf(Arbitraries.just(GalleryFilter.NONE), filters()),
            Arbitraries.of(Order.values()),
            Arbitraries.of(true, false, false))
        .as(
            (wanted, unwanted, filter, order, discarded) ->
                new NaiveSearch(wanted, unwanted, new GalleryQuery("", filter, order, discarded)))
        .list()
        .ofSize(10);
  }

  private static Arbitrary<GalleryFilter> filters() {
    Arbitrary<GalleryFilter> facts =
        Combinators.combine(
                seldom(Arbitraries.of("TURBO", "grün", "none")),
                seldom(Arbitraries.of("euler")),
                seldom(Arbitraries.of(256, 512)),
                seldom(Arbitraries.integers().between(0, 3)),
                seldom(Arbitraries.integers().between(0, 3)),
                seldom(Arbitraries.longs().between(-1, 2)),
                Arbitraries.of(true, false, false, false),
                Arbitraries.of(PictureKind.values()).set().ofMaxSize(2))
            .as(
                (model, sampler, width, from, to, seed, mask, kinds) ->
                    new GalleryFilter(
                        model,
                        sampler,
                        width.orElse(0),
                        width.isPresent() ? 512 : 0,
                        from.map(GalleryIndexSearchTest::day),
                        to.map(GalleryIndexSearchTest::day),
                        0,
                        false,
                        Set.of(),
                        Optional.empty(),
                        seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
                        mask,
                        kinds));
    return Combinators.combine(
            facts,
            Arbitraries.of(0, 0, 0, 1, 3, 5),
            Arbitraries.of(true, false, false),
            Arbitraries.of(ColourLabel.RED, ColourLabel.BLUE, ColourLabel.GREEN).set().ofMaxSize(2),
            seldom(Arbitraries.of("A", "ბ", "none")))
        .as(
            (some, stars, favourite, labels, board) ->
                new GalleryFilter(
                    some.model(),
                    some.sampler(),
                    some.width(),
                    some.height(),
                    some.from(),
                    some.to(),
                    stars,
                    favourite,
                    labels,
                    board,
                    some.seed(),
                    some.mask(),
                    some.kinds()));
  }

  private static LocalDate day(int number) {
    return Entries.NOON.toLocalDate().plusDays(number);
  }

  private static <T> Arbitrary<Optional<T>> seldom(Arbitrary<T> values) {
    return values.optional(0.15);
  }

  private static Arbitrary<String> words() {
    return Arbitraries.of("a", "bo", "ც", "Ცი", "Fox", "ж", "9")
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(syllables -> String.join("", syllables));
  }
}
