package io.github.easel.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordCacheTest {

  @Test
  void remembersWords() {
    WordCache cache = new WordCache();
    int[] first = cache.get("cat", word -> new int[] {1});
    assertThat(cache.get("cat", word -> new int[] {2})).isSameAs(first);
  }

  @Test
  void staysBounded() {
    WordCache cache = new WordCache();
    for (int i = 0; i < 10_000; i++) {
      cache.get("word" + i, word -> new int[] {1});
    }
    assertThat(cache.size()).isEqualTo(4096);
    cache.get("x".repeat(65), word -> new int[] {1});
    assertThat(cache.get("x".repeat(65), word -> new int[] {2})).containsExactly(2);
  }
}
