package io.github.easel.tokenizer;

import static io.github.easel.tokenizer.TinyVocabulary.BEGIN;
import static io.github.easel.tokenizer.TinyVocabulary.END;
import static io.github.easel.tokenizer.TinyVocabulary.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.prompt.WeightedText;
import io.github.easel.prompt.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are "x", each one token; the figures are those of A1111's rules. */
class PromptChunkerTest {

  private final Path folder;

  PromptChunkerTest(@TempDir Path folder) throws IOException {
    this.folder = TinyVocabulary.write(folder);
  }

  @Test
  void anEmptyPromptIsOneChunk() {
    PromptChunks chunks = chunks(Wording.of(""));

    assertThat(chunks.chunks()).hasSize(1);
    TokenChunk chunk = chunks.chunks().get(0);
    assertThat(chunk.ids()).hasSize(77).startsWith(id(BEGIN), id(END), id(END));
    assertThat(chunk.weighted()).isFalse();
    assertThat(chunks.used()).isZero();
    assertThat(chunks.limit()).isEqualTo(75);
  }

  @Test
  void aShortPromptIsWhatTheTokenizerMakesOfIt() {
    ClipTokenizer tokenizer = ClipTokenizer.open(folder);
    PromptChunks chunks = new PromptChunker(tokenizer).chunks(Wording.of("The cat, the dog"));

    assertThat(chunks.chunks()).hasSize(1);
    assertThat(chunks.chunks().get(0).ids()).startsWith(tokenizer.tokens("The cat, the dog"));
    assertThat(chunks.chunks().get(0).text()).isEqualTo("The cat, the dog");
  }

  /** A word that is a comma if its place is among the commas. */
  @ParameterizedTest
  @CsvSource({
    // words, place of a comma, sizes of the chunks, used
    "75, -1, 75, 75",
    "76, -1, 75 1, 76",
    "150, -1, 75 75, 150",
    "151, -1, 75 75 1, 151",
    // within the last 20 tokens: what follows it moves
    "80, 60, 61 19, 94",
    "80, 55, 56 24, 99",
    // not within them
    "80, 54, 75 5, 80",
    // the comma is the last of the chunk
    "80, 74, 75 5, 80",
    // the comma itself is what does not fit
    "80, 75, 75 5, 80",
    // the chunk ends where the prompt does
    "75, 60, 75, 75",
    // the comma of the first chunk is forgotten in the second
    "160, 60, 61 75 24, 174"
  })
  void fullChunksEndBehindAComma(int words, int comma, String sizes, int used) {
    PromptChunks chunks = chunks(Wording.of(words(words, comma)));

    assertThat(sizes(chunks)).isEqualTo(sizes);
    assertThat(chunks.used()).isEqualTo(used);
    assertThat(chunks.limit()).isEqualTo(75 * chunks.chunks().size());
  }

  @Test
  void theLastOfSeveralCommasCounts() {
    String text = words(58, -1) + " , x x x , x x x x " + words(30, -1);
    assertThat(sizes(chunks(Wording.of(text)))).isEqualTo("63 34");
  }

  @Test
  void everyRunIsTokenizedByItselfAndKeepsItsWeight() {
    Wording wording =
        new Wording(
            List.of(
                List.of(
                    new WeightedText("the ", 1),
                    new WeightedText("c", 1.5),
                    new WeightedText("at", -0.25))));
    TokenChunk chunk = chunks(wording).chunks().get(0);

    assertThat(chunk.ids())
        .startsWith(id(BEGIN), id("the</w>"), id("c</w>"), id("at</w>"), id(END));
    assertThat(chunk.weights()).startsWith(1, 1, 1.5f, -0.25f, 1).hasSize(77);
    assertThat(IntStream.range(4, 77)).allMatch(i -> chunk.weights()[i] == 1);
    assertThat(chunk.weighted()).isTrue();
    assertThat(chunk.text()).isEqualTo("the cat");
  }

  @Test
  void weightsMoveWithTheirTokens() {
    Wording wording =
        new Wording(
            List.of(
                List.of(
                    new WeightedText(words(70, 60), 1), new WeightedText(words(10, -1), 1.25))));
    List<TokenChunk> chunks = chunks(wording).chunks();

    assertThat(chunks.get(0).used()).isEqualTo(61);
    assertThat(chunks.get(0).weighted()).isFalse();
    assertThat(chunks.get(1).used()).isEqualTo(19);
    assertThat(chunks.get(1).weights()[9]).isEqualTo(1);
    assertThat(chunks.get(1).weights()[10]).isEqualTo(1.25f);
    assertThat(chunks.get(1).weights()[20]).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the / cat | 1 1 | 76",
        "the / | 1 | 1",
        "/ cat | 0 1 | 76",
        "the / / cat | 1 0 1 | 151",
        "/ | 0 | 0"
      })
  void segmentsBeginNewChunks(String text, String sizes, int used) {
    List<List<WeightedText>> segments =
        java.util.Arrays.stream(text.split("/", -1))
            .map(segment -> List.of(new WeightedText(segment, 1)))
            .toList();
    PromptChunks chunks = chunks(new Wording(segments));

    assertThat(sizes(chunks)).isEqualTo(sizes);
    assertThat(chunks.used()).isEqualTo(used);
  }

  @Test
  void saysWhatStandsInLaterChunks() {
    Wording wording =
        new Wording(
            List.of(
                List.of(new WeightedText("the cat", 1)),
                List.of(new WeightedText("a", 1), new WeightedText(" dog,", 1.1)),
                List.of(new WeightedText("the end", 1))));
    PromptChunks chunks = chunks(wording);

    assertThat(chunks.textFrom(0)).isEqualTo("the cat a dog, the end");
    assertThat(chunks.textFrom(1)).isEqualTo("a dog, the end");
    assertThat(chunks.textFrom(3)).isEmpty();
  }

  @Test
  void aWordThatIsCutStandsWhereItBegins() {
    PromptChunks chunks = chunks(Wording.of(words(74, -1) + " zoo the cat"));

    assertThat(sizes(chunks)).isEqualTo("75 4");
    assertThat(chunks.chunks().get(0).text()).endsWith("x x zoo");
    assertThat(chunks.textFrom(1)).isEqualTo("the cat");
  }

  @Test
  void padsAsTheModelWantsIt() throws IOException {
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        """
        {"model_max_length": 7, "added_tokens_decoder": {"33": {"content": "!"}}, "pad_token": "!"}
        """);
    PromptChunks chunks = chunks(Wording.of("the cat, the cat the cat"));

    assertThat(chunks.room()).isEqualTo(5);
    assertThat(chunks.chunks().get(0).ids())
        .containsExactly(id(BEGIN), id("the</w>"), id("cat</w>"), id(",</w>"), id(END), 33, 33);
    assertThat(chunks.chunks().get(1).ids())
        .containsExactly(
            id(BEGIN), id("the</w>"), id("cat</w>"), id("the</w>"), id("cat</w>"), id(END), 33);
    assertThat(chunks.used()).isEqualTo(9);
    assertThat(chunks.limit()).isEqualTo(10);
  }

  private PromptChunks chunks(Wording wording) {
    return new PromptChunker(ClipTokenizer.open(folder)).chunks(wording);
  }

  private static String words(int count, int comma) {
    return IntStream.range(0, count)
        .mapToObj(i -> i == comma ? "," : "x")
        .reduce((left, right) -> left + " " + right)
        .orElse("");
  }

  private static String sizes(PromptChunks chunks) {
    return chunks.chunks().stream()
        .map(chunk -> Integer.toString(chunk.used()))
        .reduce((left, right) -> left + " " + right)
        .orElse("");
  }
}
