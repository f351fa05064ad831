package io.github.easel.ui.compose;

import io.github.easel.app.StyleService.Family;
import io.github.easel.app.StyleService.Style;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds styles by what they are called and by the words that they add. */
final class StyleSearch {

  private StyleSearch() {}

  /**
   * The styles that have every word of the query, in their order: the user's own, then those that
   * suit the model, then the others.
   *
   * @param model the chosen model's name
   */
  static List<Style> matching(List<Style> styles, String query, String model) {
    List<String> words =
        Arrays.stream(query.toLowerCase(Locale.ROOT).split("[\\s,]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    Family suited = Family.suiting(model);
    return styles.stream()
        .filter(style -> words.stream().allMatch(text(style)::contains))
        .sorted(Comparator.comparingInt(style -> rank(style.family(), suited)))
        .toList();
  }

  private static int rank(Family family, Family suited) {
    return family == Family.OWN ? 0 : family == suited ? 1 : 2;
  }

  private static String text(Style style) {
    return String.join(" ", style.name(), style.georgianName(), style.prompt())
        .toLowerCase(Locale.ROOT);
  }
}
