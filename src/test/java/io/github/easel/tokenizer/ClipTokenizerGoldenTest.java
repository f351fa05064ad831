package io.github.easel.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.prompt.Wording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares with transformers' tokenizer on CLIP's own vocabulary, which the project does not hold.
 */
class ClipTokenizerGoldenTest {

  /** Python writes infinities, which are no JSON. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final Path GOLDEN =
      Path.of(System.getProperty("easel.home", ".")).resolve("../shared/golden");

  @Test
  void readsEveryPromptAsTransformersDoes() throws IOException {
    assumePresent("clip-vocab");
    ClipTokenizer tokenizer = ClipTokenizer.open(GOLDEN.resolve("clip-vocab"));
    JsonNode rows = JSON.readTree(GOLDEN.resolve("clip_tokens.json").toFile()).get("rows");
    assertThat(rows).hasSize(50);
    for (JsonNode row : rows) {
      String prompt = row.get("prompt").asText();
      List<Integer> expected = new ArrayList<>();
      row.get("slow_ftfy").forEach(id -> expected.add(id.intValue()));
      assertThat(tokenizer.tokens(prompt))
          .as(prompt)
          .containsExactly(expected.stream().mapToInt(id -> id).toArray());

      List<Integer> words = new ArrayList<>();
      for (TokenChunk chunk : new PromptChunker(tokenizer).chunks(Wording.of(prompt)).chunks()) {
        int[] ids = chunk.ids();
        assertThat(ids).hasSize(77);
        assertThat(ids[0]).isEqualTo(expected.get(0));
        assertThat(Arrays.copyOfRange(ids, 1 + chunk.used(), 77)).containsOnly(49407);
        Arrays.stream(ids, 1, 1 + chunk.used()).forEach(words::add);
      }
      assertThat(words).as(prompt).isEqualTo(expected.subList(1, expected.size() - 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "micro-sd1, te1, tokenizer",
    "tiny-sd2, te1, tokenizer",
    "tiny-inpaint, te1, tokenizer",
    "tiny-sdxl, te1, tokenizer",
    "tiny-sdxl, te2, tokenizer_2"
  })
  void fillsUpAsEachModelDoes(String model, String encoder, String tokenizerFolder)
      throws IOException {
    assumePresent("models");
    Path folder = GOLDEN.resolve("models").resolve(model);
    ClipTokenizer tokenizer = ClipTokenizer.open(folder.resolve(tokenizerFolder));
    JsonNode texts = JSON.readTree(folder.resolve("ref.json").toFile()).get("texts");
    assertThat(texts).isNotEmpty();
    for (int i = 0; i < texts.size(); i++) {
      String name = "text%d.%s.input_ids".formatted(i, encoder);
      Wording wording = Wording.of(texts.get(i).asText());
      assertThat(new PromptChunker(tokenizer).chunks(wording).chunks().get(0).ids())
          .as(texts.get(i).asText())
          .containsExactly(integers(folder.resolve("ref.safetensors"), name));
    }
  }

  /** A tensor of 32-bit integers: the header's length, the header, the data. */
  private static int[] integers(Path safetensors, String name) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(safetensors));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[Math.toIntExact(bytes.getLong())];
    bytes.get(header);
    JsonNode tensor = JSON.readTree(header).get(name);
    assertThat(tensor.get("dtype").asText()).isEqualTo("I32");
    JsonNode range = tensor.get("data_offsets");
    int[] values = new int[(range.get(1).intValue() - range.get(0).intValue()) / Integer.BYTES];
    bytes.position(bytes.position() + range.get(0).intValue());
    bytes.asIntBuffer().get(values);
    return values;
  }

  private static void assumePresent(String folder) {
    Assumptions.assumeTrue(
        Files.isDirectory(GOLDEN.resolve(folder)),
        "the golden folder is not beside the project: " + GOLDEN.resolve(folder));
  }
}
