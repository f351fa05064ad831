package io.github.easel.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.prompt.WeightedText;
import io.github.easel.prompt.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedWordsTest {

  private final PromptChunker plain;
  private final int first;

  LearnedWordsTest(@TempDir Path folder) throws IOException {
    plain = new PromptChunker(ClipTokenizer.open(TinyVocabulary.write(folder)));
    first = plain.firstLearned();
  }

  private static Wording wording(String text, double weight) {
    return new Wording(List.of(List.of(new WeightedText(text, weight))));
  }

  private int[] learned(PromptChunks chunks, int chunk) {
    return Arrays.stream(chunks.chunks().get(chunk).ids()).filter(id -> id >= first).toArray();
  }

  @Test
  void takesTheLongestNameWhateverItsCase() {
    PromptChunker chunker =
        plain.knowing(
            List.of(
                new LearnedWord("cat", 1),
                new LearnedWord("the cat", 2),
                new LearnedWord("nobody", 3)));

    PromptChunks chunks = chunker.chunks(wording("a THE Cat cat dog", 1.2));
    assertThat(learned(chunks, 0)).containsExactly(first + 1, first + 2, first);
    int place = 0;
    for (int id : chunks.chunks().get(0).ids()) {
      if (id >= first) {
        assertThat(chunks.chunks().get(0).weights()[place]).isEqualTo(1.2f);
      }
      place++;
    }
    assertThat(chunks.used()).isEqualTo(plain.chunks(wording("a dog", 1)).used() + 3);
    assertThat(chunker.learnedIn(wording("the cat, the dog", 1)))
        .containsExactly(new LearnedWord("the cat", 2));
    assertThat(chunker.learnedIn(wording("a dog", 1))).isEmpty();
  }

  @Test
  void neverPartsTheVectorsOfAWord() {
    PromptChunker chunker = plain.knowing(List.of(new LearnedWord("cat", 40)));

    PromptChunks chunks = chunker.chunks(wording("cat cat", 1));

    assertThat(chunks.chunks()).hasSize(2);
    assertThat(learned(chunks, 0)).hasSize(40);
    assertThat(learned(chunks, 1)).hasSize(40);
  }
}
