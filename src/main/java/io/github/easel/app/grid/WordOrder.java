package io.github.easel.app.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts words of a prompt into another order; what stands between them stays where it is. */
final class WordOrder {

  /** Where a word stands. */
  private record Place(int from, int to) {}

  private WordOrder() {}

  /**
   * The prompt with these words in this order, each at the first place where it stands.
   *
   * @throws GridProblem if a word is not in the prompt
   */
  static String apply(String prompt, List<String> words) {
    List<Place> places = new ArrayList<>();
    for (String word : words) {
      int at = free(prompt, word, places);
      places.add(new Place(at, at + word.length()));
    }
    places.sort(Comparator.comparingInt(Place::from));
    StringBuilder ordered = new StringBuilder();
    int done = 0;
    for (int i = 0; i < places.size(); i++) {
      ordered.append(prompt, done, places.get(i).from()).append(words.get(i));
      done = places.get(i).to();
    }
    return ordered.append(prompt.substring(done)).toString();
  }

  /** The first place of the word that no other word has taken. */
  private static int free(String prompt, String word, List<Place> taken) {
    for (int at = prompt.indexOf(word); at >= 0; at = prompt.indexOf(word, at + 1)) {
      int from = at;
      int to = at + word.length();
      if (taken.stream().noneMatch(other -> from < other.to() && other.from() < to)) {
        return at;
      }
    }
    throw new GridProblem(GridProblem.Kind.NOT_IN_PROMPT, word);
  }
}
