package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.CheckpointFamily.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointFamilyTest {

  private static final String UNET = "model.diffusion_model.";

  @ParameterizedTest
  @CsvSource({
    "768, SD1",
    "1024, SD2",
    "2048, SDXL",
    "1280, SDXL_REFINER",
  })
  void modelsByTheWidthOfTheirText(int width, Base base) {
    CheckpointFamily family = of(model(4, width).with("first_stage_model.x", 1));

    assertThat(family).isEqualTo(new CheckpointFamily(Content.MODEL, base, 4, false, ""));
    assertThat(of(model(9, width)).content()).isEqualTo(Content.UNET);
    assertThat(of(model(9, width)).isInpainting()).isTrue();
    assertThat(of(model(8, width)).isInstructed()).isTrue();
    assertThat(of(model(4, width).with(UNET + "time_embed.cond_proj.weight", 8, 4)).guidanceInput())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "tiny-sd1-4level.safetensors, 4", "tiny-sd1-4level-fp16.safetensors, 4",
    "tiny-sd1-4level.ckpt, 4", "tiny-inpaint.safetensors, 9"
  })
  void goldenFiles(String name, int channels) {
    assertThat(CheckpointFamily.of(TensorFiles.open(Golden.file("single/" + name))))
        .isEqualTo(new CheckpointFamily(Content.MODEL, Base.SD1, channels, false, ""));
  }

  @ParameterizedTest
  @CsvSource({"tiny-sd1-4level, SD1", "tiny-sd2, SD2", "tiny-sdxl, SDXL", "micro-sd1, SD1"})
  void goldenFolders(String name, Base base) {
    String unet = "models/" + name + "/unet/diffusion_pytorch_model.safetensors";
    assertThat(CheckpointFamily.of(Safetensors.open(Golden.file(unet))))
        .isEqualTo(new CheckpointFamily(Content.UNET, base, 4, false, ""));
    String vae = "models/" + name + "/vae/diffusion_pytorch_model.safetensors";
    assertThat(CheckpointFamily.of(Safetensors.open(Golden.file(vae))).content())
        .isEqualTo(Content.VAE);
    String text = "models/" + name + "/text_encoder/model.safetensors";
    assertThat(CheckpointFamily.of(Safetensors.open(Golden.file(text))).content())
        .isEqualTo(Content.TEXT_ENCODER);
  }

  @ParameterizedTest
  @CsvSource({
    "model.diffusion_model.joint_blocks.0.x_block.attn.qkv.weight, a Stable Diffusion 3 model",
    "double_blocks.0.img_attn.qkv.weight, a Flux or Hunyuan model",
    "conv_first.weight;body.0.rdb1.conv1.weight, an ESRGAN upscaler",
    "image_proj.proj.weight, an IP-Adapter",
    "vision_model.embeddings.patch_embedding.weight, an image encoder of CLIP's",
    "a;b;c, something else"
  })
  void saysWhatElseItIs(String names, String remark) {
    Headers headers = new Headers();
    for (String name : names.split(";", -1)) {
      headers.with(name, 8, 8);
    }

    assertThat(of(headers))
        .isEqualTo(new CheckpointFamily(Content.UNKNOWN, Base.UNKNOWN, 0, false, remark));
  }

  @Test
  void networksOfOtherInputs() {
    assertThat(of(model(5, 1024)).remark()).isEqualTo("a network of 5 input channels");
    assertThat(of(model(4, 1024).layer(UNET + "label_emb.0.0", 8, 8)).remark())
        .isEqualTo("a Stable unCLIP model");
  }

  @ParameterizedTest
  @CsvSource({
    "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight,768,SD1",
    "lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k.lora_down.weight,2048,SDXL",
    "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_v.lora_A.weight,1024,SD2",
    "unet.x.attn2.processor.to_k_lora.down.weight,768,SD1",
    "lora_unet_x_attn2_to_k.hada_w1_b,768,SD1",
    "lora_te_text_model_encoder_layers_0_self_attn_q_proj.lora_down.weight,1024,SD2",
    "lora_te2_text_model_encoder_layers_0_self_attn_q_proj.lora_down.weight,1280,SDXL",
    "lora_unet_x_attn1_to_k.lora_down.weight,320,UNKNOWN"
  })
  void lorasByTheWidthOfTheText(String name, int width, Base base) {
    assertThat(of(new Headers().with(name, 4, width)))
        .isEqualTo(new CheckpointFamily(Content.LORA, base, 0, false, ""));
  }

  @Test
  void lorasForOtherModels() {
    Headers flux = new Headers().with("lora_unet_double_blocks_0_img_attn.lora_down.weight", 4, 8);

    assertThat(of(flux).content()).isEqualTo(Content.LORA);
    assertThat(of(flux).remark()).isEqualTo("a LoRA for a Flux or Hunyuan model");
  }

  @Test
  void otherParts() {
    assertThat(of(new Headers().layer("control_model.input_hint_block.0", 8, 3, 3, 3)).content())
        .isEqualTo(Content.CONTROLNET);
    assertThat(of(new Headers().layer("controlnet_cond_embedding.conv_in", 8, 3, 3, 3)).content())
        .isEqualTo(Content.CONTROLNET);
    assertThat(of(new Headers().layer("decoder.up.0.block.0.conv1", 8, 8, 3, 3)).content())
        .isEqualTo(Content.VAE);
    assertThat(of(new Headers().layer("3.conv.0", 64, 64, 3, 3)).content())
        .isEqualTo(Content.TINY_VAE);
    assertThat(of(new Headers().layer("decoder.layers.0", 64, 4, 3, 3)).content())
        .isEqualTo(Content.TINY_VAE);
    assertThat(of(new Headers().with("emb_params", 8, 768)))
        .isEqualTo(new CheckpointFamily(Content.EMBEDDING, Base.SD1, 0, false, ""));
    assertThat(of(new Headers().with("string_to_param.*", 2, 1024)).base()).isEqualTo(Base.SD2);
    assertThat(of(new Headers().with("<cat>", 768)).content()).isEqualTo(Content.EMBEDDING);
    assertThat(of(new Headers().with("clip_g", 2, 1280).with("clip_l", 2, 768)).base())
        .isEqualTo(Base.SDXL);
  }

  private static Headers model(int channels, int width) {
    return new Headers()
        .layer(UNET + "input_blocks.0.0", 320, channels, 3, 3)
        .with(UNET + "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight", 320, width);
  }

  private static CheckpointFamily of(Headers headers) {
    return CheckpointFamily.of(headers.file());
  }
}
