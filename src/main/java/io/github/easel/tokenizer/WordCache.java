package io.github.easel.tokenizer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers the ids of the words used last. Thread-safe. */
final class WordCache {

  private static final int MOST_WORDS = 4096;

  /** Longer words are rare and would fill memory. */
  private static final int MOST_LETTERS = 64;

  private final Map<String, int[]> words =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, int[]> eldest) {
          return size() > MOST_WORDS;
        }
      };

  /** The ids of a word, computed if they are not known; not to be written to. */
  int[] get(String word, Function<String, int[]> encoder) {
    if (word.length() > MOST_LETTERS) {
      return encoder.apply(word);
    }
    synchronized (words) {
      return words.computeIfAbsent(word, encoder);
    }
  }

  int size() {
    synchronized (words) {
      return words.size();
    }
  }
}
