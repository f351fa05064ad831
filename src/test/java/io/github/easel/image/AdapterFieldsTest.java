package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.AppliedAdapter;
import io.github.easel.generation.Provenance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LoRAs and embeddings in what pictures keep. */
class AdapterFieldsTest {

  private static final List<AppliedAdapter> ADAPTERS =
      List.of(
          new AppliedAdapter(AdapterKind.LORA, "ink: wash, v2", "0123456789ab", 0.8, 0.5),
          new AppliedAdapter(AdapterKind.LORA, "line", "ba9876543210", 1, 1),
          new AppliedAdapter(AdapterKind.EMBEDDING, "EasyNegative", "c0ffee123456", 1, 1));

  private final Provenance provenance =
      Samples.provenance("a <lora:line:1> fox", "EasyNegative").with(ADAPTERS);

  @Test
  void comeBackFromOurRecord() {
    assertThat(ProvenanceJson.read(ProvenanceJson.write(provenance))).contains(provenance);
    assertThat(ProvenanceJson.write(Samples.provenance("a", ""))).doesNotContain("adapters");
    assertThat(
            ProvenanceJson.read(
                    ProvenanceJson.write(provenance).replace("\"embedding\"", "\"later\""))
                .orElseThrow()
                .adapters())
        .isEqualTo(ADAPTERS.subList(0, 2));
  }

  @Test
  void areNamedAsInA1111() {
    String text = Infotext.write(provenance);

    assertThat(text)
        .startsWith("a <lora:line:1> fox\n")
        .contains("Lora hashes: \"ink wash v2: 0123456789ab, line: ba9876543210\"")
        .contains("TI hashes: \"EasyNegative: c0ffee123456\"");
    assertThat(Infotext.parse(text).settings())
        .containsEntry("Lora hashes", "ink wash v2: 0123456789ab, line: ba9876543210");
  }
}
