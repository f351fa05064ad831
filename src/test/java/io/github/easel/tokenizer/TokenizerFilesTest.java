package io.github.easel.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFilesTest {

  private final Path folder;

  TokenizerFilesTest(@TempDir Path folder) throws IOException {
    this.folder = TinyVocabulary.write(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vocab.json", "merges.txt"})
  void namesTheMissingFile(String name) throws IOException {
    Files.delete(folder.resolve(name));
    GenerationException failure = failure();
    assertThat(failure.failure()).isEqualTo(Failure.MODEL_FILE_MISSING);
    assertThat(failure.details()).containsExactly(folder.resolve(name).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "vocab.json | {\"a\": 1 | a JSON object",
        "vocab.json | [1, 2] | a JSON object",
        "vocab.json | ~~ | a JSON object",
        "vocab.json | {} | tokens with their ids",
        "vocab.json | {\"a\": -1} | whole numbers from 0 as ids",
        "vocab.json | {\"a\": \"b\"} | whole numbers from 0 as ids",
        "merges.txt | a t</w> x | pairs of tokens that the vocabulary joins",
        "merges.txt | cat | pairs of tokens that the vocabulary joins",
        "tokenizer_config.json | {\"bos_token\": \"<bos>\"} | a token of the vocabulary as bos_token",
        "tokenizer_config.json | {\"model_max_length\": 2} | model_max_length of 3 or more",
        "tokenizer_config.json | {\"added_tokens_decoder\": {\"x\": {\"content\": \"y\"}}} |"
            + " added tokens with ids",
        "special_tokens_map.json | nonsense | a JSON object",
      })
  void saysWhatIsWrongWithAFile(String name, String content, String expected) throws IOException {
    Files.writeString(folder.resolve(name), content);
    GenerationException failure = failure();
    assertThat(failure.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE);
    assertThat(failure.details()).hasSize(3).contains(expected);
    assertThat(failure.details().get(0)).startsWith(folder.toString());
    assertThat(failure).hasMessageContaining(expected);
  }

  @Test
  void saysWhereAMergeListIsNotText() throws IOException {
    Files.write(folder.resolve("merges.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(failure().details().get(1)).isEqualTo("text in UTF-8");
  }

  @Test
  void takesAnEndlessLengthForClips() throws IOException {
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        "{\"model_max_length\": 1000000000000000019884624838656}");
    assertThat(ClipTokenizer.open(folder).maxLength()).isEqualTo(77);
  }

  @Test
  void missesClipsOwnTokensInTheVocabulary() throws IOException {
    Files.writeString(folder.resolve("vocab.json"), "{\"a\": 0}");
    Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\n");
    assertThat(failure().details())
        .containsExactly(
            folder.resolve("vocab.json").toString(),
            "a token of the vocabulary as bos_token",
            TinyVocabulary.BEGIN);
  }

  private GenerationException failure() {
    return catchThrowableOfType(GenerationException.class, () -> ClipTokenizer.open(folder));
  }
}
