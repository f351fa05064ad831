package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.easel.app.ModelCard.Family;
import io.github.easel.app.ModelCard.Kind;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelHash;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.DataType;
import io.github.easel.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelCardsTest {

  private static final String TO_K =
      "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k";

  private final Path own;
  private final Path theirs;
  private final Services services;

  LocalModelCardsTest(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    own = Files.createDirectories(data.resolve("models"));
    theirs = Files.createDirectories(folder.resolve("webui/models"));
    Path whole = TinyCheckpoint.folder(folder.resolve("tiny"));
    TinyCheckpoint.file(whole, own.resolve("dream.safetensors"));
    Files.writeString(own.resolve("dream.png"), "a picture");
    Files.writeString(own.resolve("broken.safetensors"), "no weights");
    Files.createDirectories(theirs.resolve("Stable-diffusion"));
    TinyCheckpoint.file(whole, theirs.resolve("Stable-diffusion/theirs.safetensors"));
    lora(data.resolve("loras/ink.safetensors"));
    lora(theirs.resolve("Lora/line.safetensors"));
    services =
        LocalServices.open(
            new Places(folder.resolve("home"), data, data),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  }

  private static void lora(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    SafetensorsWriter.write(
        List.of(
            zeros(TO_K + ".lora_down.weight", Shape.of(1, 2048)),
            zeros(TO_K + ".lora_up.weight", Shape.of(2, 1))),
        Map.of("modelspec.trigger_phrase", "ink wash"),
        file);
  }

  private static SafetensorsWriter.Planned zeros(String name, Shape shape) {
    int bytes = shape.elements() * Float.BYTES;
    return new SafetensorsWriter.Planned(
        name, DataType.F32, shape, out -> out.write(ByteBuffer.allocate(bytes)));
  }

  private ModelCard card(String name) {
    return services.modelCards().all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsEverythingThatLiesThere() {
    assertThat(services.modelCards().all())
        .extracting(ModelCard::name, ModelCard::kind, ModelCard::isOwn)
        .containsExactly(
            tuple("broken", Kind.CHECKPOINT, true),
            tuple("dream", Kind.CHECKPOINT, true),
            tuple("ink", Kind.LORA, true));
    assertThat(card("broken").obstacle()).isPresent();
    assertThat(card("dream").obstacle()).isEmpty();
    assertThat(card("dream").picture()).contains(own.resolve("dream.png"));
    assertThat(card("dream").summary()).isPresent();
    assertThat(card("ink").family()).isEqualTo(Family.SDXL);
    assertThat(card("ink").origin().triggers()).containsExactly("ink wash");
  }

  @Test
  void tellsSingleNetworksByWhatTheyHold() throws IOException {
    Path control = theirs.resolve("ControlNet/canny.safetensors");
    String key = "transformer_blocks.0.attn2.to_k.weight";
    Files.createDirectories(control.resolveSibling(""));
    SafetensorsWriter.write(
        List.of(
            zeros("input_hint_block.0.weight", Shape.of(16, 3, 3, 3)),
            zeros("input_blocks.1.1." + key, Shape.of(320, 768))),
        Map.of(),
        control);
    Path words = own.resolve("words.safetensors");
    SafetensorsWriter.write(
        List.of(zeros("text_model.embeddings.token_embedding.weight", Shape.of(4, 768))),
        Map.of(),
        words);
    services.findModelsIn(List.of(theirs));
    assertThat(card("canny").kind()).isEqualTo(Kind.CONTROLNET);
    assertThat(card("canny").family()).isEqualTo(Family.SD1);
    assertThat(card("canny").hasHash()).isTrue();
    assertThat(card("words").kind()).isEqualTo(Kind.TEXT_ENCODER);
    assertThat(card("words").isOwn()).isTrue();
    assertThat(services.modelCards().belongings(card("words"))).containsExactly(words);
    for (Path file : List.of(control, words)) {
      assertThat(services.models().inspectFile(file).orElseThrow().drawn()).isFalse();
    }
    assertThat(services.models().inspectFile(theirs.resolve("Lora/line.safetensors")))
        .hasValueSatisfying(line -> assertThat(line.drawn()).isTrue());
    assertThat(services.models().list()).hasSize(2);
  }

  @Test
  void looksThroughFurtherFoldersAtOnce() {
    services.findModelsIn(List.of(theirs));
    assertThat(services.modelCards().all())
        .extracting(ModelCard::name)
        .containsExactly("broken", "dream", "theirs", "ink", "line");
    assertThat(services.models().list())
        .extracting(ModelService.ModelSummary::name)
        .containsExactly("dream", "theirs");
    assertThat(card("theirs").isOwn()).isFalse();
    services.findModelsIn(List.of());
    assertThat(services.models().list()).hasSize(1);
  }

  @Test
  void readsAFileForItsHashOnceOnly() throws IOException {
    ModelCard dream = card("dream");
    assertThat(services.modelCards().knownHash(dream)).isEmpty();
    String sha = ModelHash.of(dream.path()).sha256();
    assertThat(services.modelCards().hash(dream).sha256()).isEqualTo(sha);
    assertThat(services.modelCards().knownHash(dream))
        .hasValueSatisfying(known -> assertThat(known.brief()).isEqualTo(sha.substring(0, 10)));
    Files.write(dream.path(), new byte[] {1, 2, 3});
    assertThat(services.modelCards().knownHash(dream)).isEmpty();
  }

  @Test
  void takesAwayWhatIsOwnWithItsPicture() {
    services.findModelsIn(List.of(theirs));
    assertThat(services.modelCards().belongings(card("dream")))
        .containsExactlyInAnyOrder(own.resolve("dream.png"), own.resolve("dream.safetensors"));
    assertThatThrownBy(() -> services.modelCards().belongings(card("theirs")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.MODEL_ELSEWHERE));
  }

  @Test
  void copiesLorasAmongTheOthers() {
    ModelImport imports = services.modelImport();
    Path line = theirs.resolve("Lora/line.safetensors");
    ModelImport.Found found = imports.lookAtAddition(line).orElseThrow();
    assertThat(found.atHand()).isFalse();
    try (ModelImport.Copying copying = imports.copy(found, Optional.empty())) {
      while (!copying.proceed()) {
        assertThat(copying.share()).isBetween(0.0, 1.0);
      }
    }
    assertThat(card("line").isOwn()).isTrue();
    assertThat(imports.holding(theirs)).isEqualTo(new ModelImport.Holding(1, 0, 1, false));
  }

  @Test
  void looksIntoAModelWithoutReadingAllOfIt() {
    assertThat(services.modelCards().report(card("dream")))
        .hasValueSatisfying(
            report -> {
              assertThat(report.prediction()).isEqualTo("epsilon");
              assertThat(report.details().orElseThrow().hash()).isEmpty();
            });
    assertThat(services.modelCards().report(card("ink"))).isEmpty();
  }
}
