package io.github.easel.tokenizer;

import io.github.easel.tokenizer.ClipTokenizer.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds learned words in prompts by their tokens, as A1111 does: wherever the tokens of a name
 * stand, the longest name first. Immutable.
 */
final class LearnedWords {

  private static final LearnedWords NONE = new LearnedWords(Map.of());

  private final Map<Integer, List<Entry>> byFirst;

  /**
   * A word.
   *
   * @param tokens of its name
   * @param row its first vector among those of all words
   */
  record Entry(LearnedWord word, List<Integer> tokens, int row) {}

  private LearnedWords(Map<Integer, List<Entry>> byFirst) {
    this.byFirst = byFirst;
  }

  static LearnedWords none() {
    return NONE;
  }

  static LearnedWords of(ClipTokenizer tokenizer, List<LearnedWord> words) {
    Map<Integer, List<Entry>> byFirst = new HashMap<>();
    int row = 0;
    for (LearnedWord word : words) {
      List<Integer> tokens = new ArrayList<>();
      for (Piece piece : tokenizer.pieces(word.name())) {
        for (int id : piece.ids()) {
          tokens.add(id);
        }
      }
      if (!tokens.isEmpty()) {
        byFirst
            .computeIfAbsent(tokens.get(0), key -> new ArrayList<>())
            .add(new Entry(word, tokens, row));
      }
      row += word.count();
    }
    Comparator<Entry> longest = Comparator.comparingInt(entry -> -entry.tokens().size());
    byFirst.values().forEach(entries -> entries.sort(longest));
    return new LearnedWords(byFirst);
  }

  /** The word whose name begins at a place of some tokens. */
  Optional<Entry> at(List<Integer> tokens, int place) {
    return byFirst.getOrDefault(tokens.get(place), List.of()).stream()
        .filter(entry -> place + entry.tokens().size() <= tokens.size())
        .filter(
            entry -> tokens.subList(place, place + entry.tokens().size()).equals(entry.tokens()))
        .findFirst();
  }
}
