package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.LoraTargets.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoraFileTest {

  private static final String TO_K = "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k";
  private static final String KOHYA_TO_K =
      "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k";
  private static final String Q = "text_model.encoder.layers.0.self_attn.q_proj";

  private final Path file;

  LoraFileTest(@TempDir Path folder) {
    this.file = folder.resolve("lora.safetensors");
  }

  @ParameterizedTest
  @CsvSource({
    "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight, down,"
        + " UNET, "
        + TO_K,
    "lora_unet_input_blocks_3_1_transformer_blocks_0_attn2_to_k.lora_up.weight, up, UNET, " + TO_K,
    "lora_unet_input_blocks_3_1_transformer_blocks_0_attn2_to_k.alpha, alpha, UNET, " + TO_K,
    "lora_unet_input_blocks_3_1_transformer_blocks_0_attn2_to_k.hada_w1_a, hada_w1_a, UNET, "
        + TO_K,
    "unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight, down, UNET, "
        + TO_K,
    "unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_B.default.weight, up,"
        + " UNET, "
        + TO_K,
    "unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora.up.weight, up, UNET, "
        + TO_K,
    "unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.processor.to_k_lora.up.weight, up,"
        + " UNET, "
        + TO_K,
    "down_blocks.1.attentions.0.transformer_blocks.0.attn2.processor.to_k_lora.up.weight, up,"
        + " UNET, "
        + TO_K,
    "base_model.model.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight,"
        + " down, UNET, "
        + TO_K,
    "lora_unet_input_blocks_2_0_op.lora_down.weight, down, UNET, down_blocks.0.downsamplers.0.conv",
    "lora_unet_input_blocks_1_0_in_layers_2.lora_mid.weight, mid, UNET,"
        + " down_blocks.0.resnets.0.conv1",
    "lora_unet_middle_block_1_proj_in.lora_down.weight, down, UNET, mid_block.attentions.0.proj_in",
    "lora_unet_output_blocks_0_1_conv.lora_up.weight, up, UNET, up_blocks.0.upsamplers.0.conv",
    "lora_unet_time_embed_0.lora_up.weight, up, UNET, time_embedding.linear_1",
    "lora_te_text_model_encoder_layers_0_self_attn_q_proj.lora_down.weight, down, TEXT_ENCODER, "
        + Q,
    "lora_te1_text_model_encoder_layers_0_self_attn_q_proj.alpha, alpha, TEXT_ENCODER, " + Q,
    "lora_te2_text_model_encoder_layers_0_self_attn_q_proj.alpha, alpha, TEXT_ENCODER_2, " + Q,
    "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_linear_layer.up.weight, up,"
        + " TEXT_ENCODER, "
        + Q,
    "text_encoder.text_model.encoder.layers.0.self_attn.to_q_lora.up.weight, up, TEXT_ENCODER, "
        + Q,
    "text_encoder_2.text_model.encoder.layers.0.self_attn.q_proj.lora_A.weight, down,"
        + " TEXT_ENCODER_2, "
        + Q,
  })
  void knowsTheNamesOfAllTrainers(String name, String part, Network network, String module) {
    LoraKey key = LoraKey.of(name).orElseThrow();

    assertThat(key.part()).isEqualTo(part);
    LoraTargets.Target target = model(Base.SD1).find(key.module()).orElseThrow();
    assertThat(target.network()).isEqualTo(network);
    assertThat(target.name()).isEqualTo(module + ".weight");
  }

  @Test
  void findsEveryWeightOfAGoldenModelByBothNames() {
    TensorFile single = Safetensors.open(Golden.file("single/tiny-sd1-4level.safetensors"));
    Components sorted = CheckpointNames.sort(single);
    Map<Long, String> byOffset = new LinkedHashMap<>();
    single.tensors().forEach((name, tensor) -> byOffset.put(tensor.offset(), name));
    LoraTargets targets = new LoraTargets(Base.SD1, sorted);

    int found = 0;
    for (StoredTensor weight : sorted.unet().values()) {
      if (weight.name().endsWith(".weight") && weight.shape().rank() >= 2) {
        String old =
            byOffset.getOrDefault(weight.offset(), "").substring("model.diffusion_model.".length());
        for (String name : List.of(old, weight.name())) {
          String key = "lora_unet_" + name.replaceFirst("\\.weight$", "").replace('.', '_');
          assertThat(targets.find(key)).as(key).isPresent();
          assertThat(targets.find(key).orElseThrow().name()).as(key).isEqualTo(weight.name());
          found++;
        }
      }
    }
    assertThat(found).isGreaterThan(500);
  }

  @Test
  void makesDifferencesOfModules() throws IOException {
    write(
        Map.of(
            KOHYA_TO_K + ".lora_up.weight",
            FloatTensor.of(Shape.of(2, 1), 1, 2),
            KOHYA_TO_K + ".lora_down.weight",
            FloatTensor.of(Shape.of(1, 3), 1, 10, 100),
            KOHYA_TO_K + ".alpha",
            FloatTensor.of(Shape.of(), 0.5f),
            "lora_unet_elsewhere.alpha",
            FloatTensor.of(Shape.of(), 1)));

    LoraFile.Match match = LoraFile.open(file).match(model(Base.SD1));

    assertThat(match.unmatched()).containsExactly("lora_unet_elsewhere");
    assertThat(match.deltas()).hasSize(1);
    LoraDelta delta = match.deltas().get(0);
    assertThat(delta.target().name()).isEqualTo(TO_K + ".weight");
    assertThat(delta.compute().toArray()).containsExactly(0.5f, 5, 50, 1, 10, 100);
  }

  @Test
  void refusesLorasForOtherFamilies() throws IOException {
    write(
        Map.of(
            KOHYA_TO_K + ".lora_up.weight", FloatTensor.zeros(Shape.of(2, 1)),
            KOHYA_TO_K + ".lora_down.weight", FloatTensor.zeros(Shape.of(1, 2048))));
    LoraFile lora = LoraFile.open(file);

    assertThat(lora.base()).isEqualTo(Base.SDXL);
    Unusable.because("one for SDXL", () -> lora.match(model(Base.SD1)));
    lora.match(model(Base.UNKNOWN));
  }

  @Test
  void refusesWhatIsNoLora() throws IOException {
    write(Map.of("a", FloatTensor.zeros(Shape.of(1))));
    Unusable.because("EMBEDDING", () -> LoraFile.open(file));
    write(Map.of("lora_unet_double_blocks_0.lora_up.weight", FloatTensor.zeros(Shape.of(1, 1))));
    Unusable.because("a LoRA for a Flux", () -> LoraFile.open(file));
    write(Map.of("lora_unet_nowhere.lora_up.weight", FloatTensor.zeros(Shape.of(1, 1))));
    LoraFile lora = LoraFile.open(file);
    Unusable.because("nothing that the model has", () -> lora.match(model(Base.SD1)));
  }

  private void write(Map<String, FloatTensor> tensors) throws IOException {
    SafetensorsWriter.write(tensors, file);
  }

  /** Two levels with one block each, the second with attention. */
  private static LoraTargets model(Base base) {
    Headers unet =
        new Headers()
            .layer("time_embedding.linear_1", 8, 4)
            .layer("down_blocks.0.resnets.0.conv1", 8, 8, 3, 3)
            .layer("down_blocks.0.downsamplers.0.conv", 8, 8, 3, 3)
            .layer("down_blocks.1.resnets.0.conv1", 8, 8, 3, 3)
            .with(TO_K + ".weight", 2, 3)
            .layer("mid_block.attentions.0.proj_in", 8, 8, 1, 1)
            .layer("up_blocks.0.resnets.0.conv1", 8, 8, 3, 3)
            .layer("up_blocks.0.upsamplers.0.conv", 8, 8, 3, 3);
    Map<String, StoredTensor> encoder = new Headers().layer(Q, 4, 4).file().tensors();
    return new LoraTargets(
        base,
        new Components(unet.file().tensors(), Map.of(), encoder, encoder, Map.of(), List.of()));
  }
}
