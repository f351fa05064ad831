package io.github.easel.gallery;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds by reading everything: what the index must find too. */
record NaiveSearch(List<String> wanted, List<String> unwanted, GalleryQuery query) {

  /** The words as they would be typed. */
  GalleryQuery typed() {
    StringBuilder words = new StringBuilder();
    wanted.forEach(word -> words.append(word).append(' '));
    unwanted.forEach(word -> words.append('-').append(word).append(' '));
    return query.withWords(words.toString());
  }

  List<String> find(List<GalleryItem> all) {
    Comparator<GalleryItem> made = Comparator.comparing(item -> item.entry().made());
    Comparator<GalleryItem> oldest =
        made.thenComparing(item -> item.entry().modified()).thenComparing(GalleryItem::id);
    Comparator<GalleryItem> order =
        switch (query.order()) {
          case NEWEST -> oldest.reversed();
          case OLDEST -> oldest;
          case BEST ->
              Comparator.<GalleryItem, Integer>comparing(item -> -item.marks().stars())
                  .thenComparing(oldest.reversed());
          case NAME -> Comparator.comparing(NaiveSearch::name);
        };
    return all.stream().filter(this::fits).sorted(order).map(NaiveSearch::name).toList();
  }

  private static String name(GalleryItem item) {
    return item.entry().file().getFileName().toString();
  }

  private boolean fits(GalleryItem item) {
    String prompt = item.entry().facts().prompt().toLowerCase(Locale.ROOT);
    List<String> words = List.of(prompt.split("[ ,]+"));
    return item.entry().discarded() == query.discarded()
        && wanted.stream().allMatch(word -> has(words, word))
        && unwanted.stream().noneMatch(word -> has(words, word))
        && fitsFacts(item.entry())
        && fitsMarks(item.marks());
  }

  private static boolean has(List<String> words, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return typed.startsWith("\"")
        ? (" " + String.join(" ", words) + " ").contains(" " + wanted.replace("\"", "") + " ")
        : words.stream().anyMatch(word -> word.startsWith(wanted));
  }

  private boolean fitsFacts(PictureEntry entry) {
    GalleryFilter filter = query.filter();
    PictureFacts facts = entry.facts();
    return filter.model().map(name -> name.equalsIgnoreCase(facts.model())).orElse(true)
        && filter.sampler().map(name -> name.equalsIgnoreCase(facts.sampler())).orElse(true)
        && (filter.width() == 0 || filter.width() == facts.width())
        && (filter.height() == 0 || filter.height() == facts.height())
        && filter.from().map(day -> !entry.made().toLocalDate().isBefore(day)).orElse(true)
        && filter.to().map(day -> !entry.made().toLocalDate().isAfter(day)).orElse(true)
        && (filter.seed().isEmpty() || filter.seed().equals(facts.seed()))
        && (!filter.mask() || facts.kind() == PictureKind.FILLED)
        && (filter.kinds().isEmpty() || filter.kinds().contains(facts.kind()));
  }

  private boolean fitsMarks(Marks marks) {
    GalleryFilter filter = query.filter();
    return marks.stars() >= filter.leastStars()
        && (!filter.favourite() || marks.favourite())
        && (filter.labels().isEmpty() || marks.label().map(filter.labels()::contains).orElse(false))
        && filter.board().map(name -> marks.boards().contains(name)).orElse(true);
  }
}
