package io.github.easel.gallery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was typed to find pictures by their words. A word is found by its beginning; one with signs
 * in it, such as {@code blue_eyes}, is a phrase whose last word is found so. {@code "Phrases"} are
 * found as they are, except that of one without its second quote the last word is still being
 * typed. A minus before either means that it must not occur. All other signs mean nothing.
 *
 * @param wanted all of these must occur
 * @param unwanted none of these may
 */
record QueryWords(Set<Phrase> wanted, Set<Phrase> unwanted) {

  /**
   * Words that stand one behind the other in the prompt or in the file's name.
   *
   * @param words folded ({@link WordFolding}); at least one
   * @param begun whether the last word may go on
   */
  record Phrase(List<String> words, boolean begun) {

    private String match() {
      // Folded words hold letters, digits and marks only: nothing that could end the quotes.
      return '"' + String.join(" ", words) + '"' + (begun ? " *" : "");
    }
  }

  /** Reads what was typed; anything can be read. */
  static QueryWords parse(String typed) {
    Set<Phrase> wanted = new LinkedHashSet<>();
    Set<Phrase> unwanted = new LinkedHashSet<>();
    for (TypedWord word : TypedWord.all(typed)) {
      List<String> words = WordFolding.words(word.plainText());
      if (!words.isEmpty()) {
        (word.minus() ? unwanted : wanted).add(new Phrase(words, !word.closed()));
      }
    }
    return new QueryWords(wanted, unwanted);
  }

  /** Whether nothing is asked for, so that all pictures are found. */
  boolean isEmpty() {
    return wanted.isEmpty() && unwanted.isEmpty();
  }

  /** FTS5's expression for what must occur, without what must not; nothing if nothing must. */
  Optional<String> match() {
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    String all = wanted.stream().map(Phrase::match).collect(Collectors.joining(" AND "));
    return Optional.of(unwanted.isEmpty() ? all : "(" + all + ") NOT (" + anyUnwanted() + ")");
  }

  /**
   * FTS5's expression for the pictures that must be left out where {@link #match} says nothing,
   * since FTS5 knows no expression that begins with NOT.
   */
  Optional<String> unmatch() {
    return wanted.isEmpty() && !unwanted.isEmpty() ? Optional.of(anyUnwanted()) : Optional.empty();
  }

  private String anyUnwanted() {
    return unwanted.stream().map(Phrase::match).collect(Collectors.joining(" OR "));
  }
}
