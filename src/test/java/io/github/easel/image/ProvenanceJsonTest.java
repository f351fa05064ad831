package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceJsonTest {

  private static final Provenance PROVENANCE = Samples.provenance("a\n\"ვაშლი\" 🍎", "x\\y");

  @Test
  void writesTheDocumentedFieldsInAscii() throws JsonProcessingException {
    String text = ProvenanceJson.write(PROVENANCE);

    assertThat(text).matches("[ -~]+");
    ObjectNode node = (ObjectNode) new ObjectMapper().readTree(text);
    assertThat(node.fieldNames())
        .toIterable()
        .containsExactly(
            "format",
            "prompt",
            "negative_prompt",
            "model",
            "width",
            "height",
            "sampler",
            "steps",
            "guidance",
            "seed",
            "model_name",
            "model_fingerprint",
            "random",
            "engine",
            "program");
    assertThat(node.get("format").intValue()).isEqualTo(1);
    assertThat(node.get("guidance").doubleValue()).isEqualTo(7.5);
  }

  @Test
  void readsWhatItWrote() {
    assertThat(ProvenanceJson.read(ProvenanceJson.write(PROVENANCE))).contains(PROVENANCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\":1 | \"format\":2",
        "\"seed\":42 | \"seed\":-1",
        "\"seed\":42 | \"seed\":99999999999999999999",
        "\"steps\":20 | \"steps\":4294967297",
        "\"steps\":20 | \"steps\":\"20\"",
        "\"guidance\":7.5 | \"guidance\":null",
        "\"sampler\":\"DDIM\" | \"sampler\":\"magic\"",
        "\"width\":256 | \"width\":257",
        "\"random\": | \"randon\":"
      })
  void readsNothingFromADamagedRecord(String sound, String damaged) {
    String text = ProvenanceJson.write(PROVENANCE);
    assertThat(text).contains(sound);

    assertThat(ProvenanceJson.read(text.replace(sound, damaged))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "1", "{}", "\u0000"})
  void readsNothingFromOtherTexts(String text) {
    assertThat(ProvenanceJson.read(text)).isEmpty();
  }

  @Test
  void survivesDeepNesting() {
    assertThat(ProvenanceJson.read("[".repeat(100_000))).isEmpty();
  }
}
