package io.github.easel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.easel.generation.AdapterKind;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.DataType;
import io.github.easel.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterShelfTest {

  private static final String TO_K =
      "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k";

  @TempDir private Path root;

  private Path lora(String name, int width, Map<String, String> metadata) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    SafetensorsWriter.write(
        List.of(
            zeros(TO_K + ".lora_down.weight", Shape.of(1, width)),
            zeros(TO_K + ".lora_up.weight", Shape.of(2, 1))),
        metadata,
        file);
    return file;
  }

  private static SafetensorsWriter.Planned zeros(String name, Shape shape) {
    int bytes = shape.elements() * Float.BYTES;
    return new SafetensorsWriter.Planned(
        name, DataType.F32, shape, out -> out.write(ByteBuffer.allocate(bytes)));
  }

  private AdapterShelf shelf() {
    return new AdapterShelf(() -> List.of(root));
  }

  @Test
  void findsThoseOfAllProgramsInPlace() throws IOException {
    lora("loras/ink.safetensors", 768, Map.of());
    lora("models/Lora/anime/line.safetensors", 768, Map.of());
    lora("models/LyCORIS/paper.safetensors", 2048, Map.of());
    lora("models/loras/glass.safetensors", 1024, Map.of());
    lora("models/Stable-diffusion/no.safetensors", 768, Map.of());
    Files.writeString(root.resolve("loras/notes.txt"), "nothing");

    assertThat(shelf().list(AdapterKind.LORA))
        .extracting(Adapter::name, Adapter::base)
        .containsExactly(
            tuple("glass", Base.SD2),
            tuple("ink", Base.SD1),
            tuple("line", Base.SD1),
            tuple("paper", Base.SDXL));
    assertThat(
            new AdapterShelf(() -> List.of(root.resolve("models/Stable-diffusion")))
                .names(AdapterKind.LORA))
        .containsExactlyInAnyOrder("ink", "line", "paper", "glass");
  }

  @Test
  void findsByNameWhateverItsCaseFolderAndEnding() throws IOException {
    Path file = lora("loras/sub/Ink Wash.safetensors", 768, Map.of("ss_output_name", "suibokuga"));
    for (String name :
        List.of("ink wash", "INK WASH.safetensors", "sub/Ink Wash", "sub\\ink wash", "Suibokuga")) {
      assertThat(shelf().find(AdapterKind.LORA, name).orElseThrow().file())
          .as(name)
          .isEqualTo(file);
    }
    assertThat(shelf().find(AdapterKind.LORA, "ink")).isEmpty();
    assertThat(shelf().nearest(AdapterKind.LORA, "inc wash")).contains("Ink Wash");
    assertThat(shelf().nearest(AdapterKind.LORA, "ink")).contains("Ink Wash");
    assertThat(shelf().nearest(AdapterKind.LORA, "oils")).isEmpty();
  }

  @Test
  void readsTriggerWordsWhereverTheyAre() throws IOException {
    lora("loras/a.safetensors", 768, Map.of("modelspec.trigger_phrase", "inkstyle, wash"));
    lora(
        "loras/b.safetensors",
        768,
        Map.of("ss_tag_frequency", "{\"10_x\":{\"sks fox\":20,\"grass\":3,\"solo\":19}}"));
    Path c = lora("loras/c.safetensors", 768, Map.of("modelspec.trigger_phrase", "no"));
    Files.writeString(c.resolveSibling("c.json"), "{\"activation text\": \"from json\"}");
    Path d = lora("loras/d.safetensors", 768, Map.of());
    Files.writeString(
        d.resolveSibling("d.civitai.info"), "{\"trainedWords\": [\"one\", \"two, three\"]}");
    Path e = lora("loras/e.safetensors", 768, Map.of());
    Files.writeString(e.resolveSibling("e.json"), "{broken");

    assertThat(shelf().list(AdapterKind.LORA))
        .extracting(Adapter::triggers)
        .containsExactly(
            List.of("inkstyle", "wash"),
            List.of("sks fox", "solo"),
            List.of("from json"),
            List.of("one", "two", "three"),
            List.of());
  }

  @Test
  void listsWhatCannotBeUsedWithTheReason() throws IOException {
    Files.createDirectories(root.resolve("embeddings"));
    Files.writeString(root.resolve("embeddings/broken.pt"), "nothing of use");
    SafetensorsWriter.write(
        Map.of("emb_params", FloatTensor.zeros(Shape.of(2, 1024))),
        root.resolve("embeddings/good.safetensors"));

    List<Adapter> found = shelf().list(AdapterKind.EMBEDDING);
    assertThat(found).extracting(Adapter::name).containsExactly("broken", "good");
    assertThat(found.get(0).refusal()).isPresent();
    assertThat(found.get(1).refusal()).isEmpty();
    assertThat(found.get(1).triggers()).containsExactly("good");
    assertThat(found.get(1).fits(Base.SD2)).isTrue();
    assertThat(found.get(1).fits(Base.SD1)).isFalse();
    assertThat(found.get(1).fits(Base.UNKNOWN)).isTrue();
  }

  @Test
  void hashesAsA1111Does() throws IOException, NoSuchAlgorithmException {
    Path plain = lora("loras/plain.safetensors", 768, Map.of());
    lora("loras/noted.safetensors", 768, Map.of("sshs_model_hash", "0123456789abcdef"));
    byte[] all = Files.readAllBytes(plain);
    int header = (int) ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(all, 8 + header, all.length - 8 - header);
    String expected = HexFormat.of().formatHex(digest.digest()).substring(0, 12);

    assertThat(AdapterHash.of(shelf().find(AdapterKind.LORA, "plain").orElseThrow()))
        .isEqualTo(expected);
    assertThat(AdapterHash.of(shelf().find(AdapterKind.LORA, "noted").orElseThrow()))
        .isEqualTo("0123456789ab");

    Files.createDirectories(root.resolve("embeddings"));
    Path word = root.resolve("embeddings/word.bin");
    Files.write(word, "abc".getBytes(StandardCharsets.UTF_8));
    assertThat(AdapterHash.of(shelf().find(AdapterKind.EMBEDDING, "word").orElseThrow()))
        .isEqualTo("ba7816bf8f01"); // of "abc", FIPS 180-2
  }
}
