package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.generation.SourceRecord;
import java.util.Optional;
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
            "schedule",
            "steps",
            "guidance",
            "eta",
            "seed",
            "random",
            "variation",
            "resized_from",
            "step_seed_delta",
            "syntax",
            "emphasis",
            "clip_skip",
            "model_name",
            "model_fingerprint",
            "engine",
            "program");
    assertThat(node.get("format").intValue()).isEqualTo(2);
    assertThat(node.get("guidance").doubleValue()).isEqualTo(7.5);
  }

  @Test
  void readsWhatItWrote() {
    assertThat(ProvenanceJson.read(ProvenanceJson.write(PROVENANCE))).contains(PROVENANCE);
    assertThat(ProvenanceJson.seconds(ProvenanceJson.write(PROVENANCE))).isEmpty();
    String timed = ProvenanceJson.write(PROVENANCE, Optional.of(3.75));
    assertThat(ProvenanceJson.read(timed)).contains(PROVENANCE);
    assertThat(ProvenanceJson.seconds(timed)).contains(3.75);
    assertThat(ProvenanceJson.seconds(timed.replace("3.75", "\"soon\""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\":2 | \"format\":3",
        "\"schedule\":\"Automatic\" | \"schedule\":\"magic\"",
        "\"eta\":null | \"eta\":2",
        "\"eta\":null | \"eta\":\"0\"",
        "\"variation\":null | \"variation\":{\"seed\":1}",
        "\"resized_from\":null | \"resized_from\":{\"width\":9,\"height\":16}",
        "\"emphasis\":\"original\" | \"emphasis\":\"loud\"",
        "\"clip_skip\":1 | \"clip_skip\":13",
        "\"random\":\"torch-cpu\" | \"random\":\"dice\"",
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
  void readsTheFirstFormatAsItsPicturesWereMade() {
    String first =
        """
        {"format":1,"prompt":"a","negative_prompt":"b","model":"m","width":256,"height":128,\
        "sampler":"DDIM","steps":20,"guidance":7.5,"seed":42,"model_name":"m",\
        "model_fingerprint":"0123456789","random":"torch-cpu","engine":"e","program":"Easel 0.1.0"}\
        """;

    assertThat(ProvenanceJson.read(first))
        .contains(
            new Provenance(
                new GenerationRequest(
                    new Prompt("a", "b"),
                    "m",
                    new ImageSize(256, 128),
                    new Sampling(SamplerKind.DDIM, 20, 7.5),
                    42),
                "m",
                "0123456789",
                "torch-cpu",
                "e",
                "Easel 0.1.0"));
  }

  @Test
  void survivesDeepNesting() {
    assertThat(ProvenanceJson.read("[".repeat(100_000))).isEmpty();
  }

  @Test
  void aSourceIsNamedButItsPixelsAreNotKept() {
    PixelImage apple = Samples.noise(8, 8, 1);
    GenerationRequest request = Samples.provenance("a", "").request();
    Provenance provenance =
        new Provenance(
            request.withSource(Optional.of(new Source(apple, "apple.png", 0.6, Fit.PAD))),
            "starter",
            "",
            "torch-cpu",
            "engine",
            "Easel");

    String json = ProvenanceJson.write(provenance);

    assertThat(json)
        .contains("\"format\":2")
        .contains(
            "\"source\":{\"name\":\"apple.png\",\"sha256\":\"%s\",\"strength\":0.6,\"fit\":\"pad\"}"
                .formatted(apple.sha256()));
    Provenance read = ProvenanceJson.read(json).orElseThrow();
    assertThat(read.request()).isEqualTo(request);
    assertThat(read.source()).contains(new SourceRecord("apple.png", apple.sha256(), 0.6, Fit.PAD));
  }

  @Test
  void nothingIsWrittenAboutASourceThatIsNot() {
    assertThat(ProvenanceJson.write(Samples.provenance("a", ""))).doesNotContain("source");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "7",
        "{\"name\":\"a\",\"sha256\":\"../..\",\"strength\":0.5,\"fit\":\"crop\"}",
        "{\"name\":\"a\",\"sha256\":\"\",\"strength\":0,\"fit\":\"crop\"}",
        "{\"name\":\"a\",\"sha256\":\"\",\"strength\":0.5,\"fit\":\"turn\"}"
      })
  void aDamagedSourceSpoilsTheRecord(String source) {
    String json = ProvenanceJson.write(Samples.provenance("a", ""));
    String spoilt = json.substring(0, json.length() - 1) + ",\"source\":" + source + "}";
    assertThat(ProvenanceJson.read(spoilt)).isEmpty();
  }
}
