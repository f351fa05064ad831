package io.github.easel.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Names that somebody may have meant who wrote another. */
final class LikeNames {

  private static final int LETTERS_TO_A_SLIP = 3;

  private LikeNames() {}

  /**
   * The nearest name: one that holds the other, or one with few letters that differ (Levenshtein's
   * distance), whatever their case.
   */
  static Optional<String> nearest(String name, Collection<String> names) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(one -> distance(wanted, one.toLowerCase(Locale.ROOT)) <= most(wanted, one))
        .min(Comparator.comparingInt(one -> distance(wanted, one.toLowerCase(Locale.ROOT))))
        .or(() -> names.stream().filter(one -> holds(wanted, one)).min(Comparator.naturalOrder()));
  }

  private static int most(String wanted, String name) {
    return Math.max(1, Math.max(wanted.length(), name.length()) / LETTERS_TO_A_SLIP);
  }

  private static boolean holds(String wanted, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !wanted.isBlank() && (lower.contains(wanted) || wanted.contains(lower));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
