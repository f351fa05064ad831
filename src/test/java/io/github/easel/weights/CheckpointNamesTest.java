package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.tensor.Shape;
import org.junit.jupiter.api.Test;

class CheckpointNamesTest {

  private static final String UNET = "model.diffusion_model.";

  private final Headers headers = new Headers();

  @Test
  void levelsOfTheUnetEndWhereTheSizeChanges() {
    headers.layer(UNET + "input_blocks.0.0", 8, 4, 3, 3);
    resnet("input_blocks.1.0");
    headers.with(UNET + "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight", 8, 8);
    headers.layer(UNET + "input_blocks.2.0.op", 8, 8, 3, 3);
    resnet("input_blocks.3.0");
    resnet("input_blocks.4.0");
    resnet("middle_block.0");
    headers.layer(UNET + "middle_block.1.norm", 8);
    resnet("middle_block.2");
    resnet("output_blocks.0.0");
    resnet("output_blocks.1.0");
    headers.layer(UNET + "output_blocks.1.1.conv", 8, 8, 3, 3);
    resnet("output_blocks.2.0");
    headers.layer(UNET + "output_blocks.2.1.proj_in", 8, 8);
    headers.layer(UNET + "output_blocks.2.2.conv", 8, 8, 3, 3);
    resnet("output_blocks.3.0");

    Components sorted = CheckpointNames.sort(headers.file());

    assertThat(sorted.leftovers()).isEmpty();
    assertThat(sorted.unet().keySet())
        .filteredOn(name -> name.endsWith("weight"))
        .containsExactly(
            "conv_in.weight",
            "down_blocks.0.resnets.0.conv1.weight",
            "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight",
            "down_blocks.0.downsamplers.0.conv.weight",
            "down_blocks.1.resnets.0.conv1.weight",
            "down_blocks.1.resnets.1.conv1.weight",
            "mid_block.resnets.0.conv1.weight",
            "mid_block.attentions.0.norm.weight",
            "mid_block.resnets.1.conv1.weight",
            "up_blocks.0.resnets.0.conv1.weight",
            "up_blocks.0.resnets.1.conv1.weight",
            "up_blocks.0.upsamplers.0.conv.weight",
            "up_blocks.1.resnets.0.conv1.weight",
            "up_blocks.1.attentions.0.proj_in.weight",
            "up_blocks.1.upsamplers.0.conv.weight",
            "up_blocks.2.resnets.0.conv1.weight");
  }

  @Test
  void embeddingsAndLayersOfResnets() {
    headers
        .layer(UNET + "time_embed.0", 8, 4)
        .layer(UNET + "time_embed.2", 8, 8)
        .with(UNET + "time_embed.cond_proj.weight", 8, 4)
        .layer(UNET + "label_emb.0.0", 8, 4)
        .layer(UNET + "label_emb.0.2", 8, 8)
        .layer(UNET + "out.0", 8)
        .layer(UNET + "out.2", 4, 8, 3, 3)
        .layer(UNET + "middle_block.0.in_layers.0", 8)
        .layer(UNET + "middle_block.0.emb_layers.1", 8, 8)
        .layer(UNET + "middle_block.0.out_layers.0", 8)
        .layer(UNET + "middle_block.0.out_layers.3", 8, 8, 3, 3)
        .layer(UNET + "middle_block.0.skip_connection", 8, 8, 1, 1);

    assertThat(CheckpointNames.sort(headers.file()).unet().keySet())
        .filteredOn(name -> name.endsWith("weight"))
        .containsExactly(
            "time_embedding.linear_1.weight",
            "time_embedding.linear_2.weight",
            "time_embedding.cond_proj.weight",
            "add_embedding.linear_1.weight",
            "add_embedding.linear_2.weight",
            "conv_norm_out.weight",
            "conv_out.weight",
            "mid_block.resnets.0.norm1.weight",
            "mid_block.resnets.0.time_emb_proj.weight",
            "mid_block.resnets.0.norm2.weight",
            "mid_block.resnets.0.conv2.weight",
            "mid_block.resnets.0.conv_shortcut.weight");
  }

  @Test
  void theDecodersLevelsAreCountedFromTheOtherEnd() {
    for (String prefix : new String[] {"first_stage_model.", ""}) {
      Headers vae =
          new Headers()
              .layer(prefix + "encoder.down.1.block.0.nin_shortcut", 8, 4, 1, 1)
              .layer(prefix + "encoder.down.0.downsample.conv", 4, 4, 3, 3)
              .layer(prefix + "encoder.mid.block_2.conv1", 8, 8, 3, 3)
              .layer(prefix + "decoder.mid.attn_1.norm", 8)
              .layer(prefix + "decoder.mid.attn_1.q", 8, 8, 1, 1)
              .layer(prefix + "decoder.mid.attn_1.proj_out", 8, 8, 1, 1)
              .layer(prefix + "decoder.up.0.block.2.norm1", 8)
              .layer(prefix + "decoder.up.2.upsample.conv", 8, 8, 3, 3)
              .layer(prefix + "decoder.norm_out", 8)
              .layer(prefix + "post_quant_conv", 4, 4, 1, 1)
              .with(prefix + "loss.weight", 1)
              .with("model_ema.decay", 1);

      Components sorted = CheckpointNames.sort(vae.file());

      assertThat(sorted.vae().keySet())
          .filteredOn(name -> name.endsWith("weight"))
          .containsExactly(
              "encoder.down_blocks.1.resnets.0.conv_shortcut.weight",
              "encoder.down_blocks.0.downsamplers.0.conv.weight",
              "encoder.mid_block.resnets.1.conv1.weight",
              "decoder.mid_block.attentions.0.group_norm.weight",
              "decoder.mid_block.attentions.0.to_q.weight",
              "decoder.mid_block.attentions.0.to_out.0.weight",
              "decoder.up_blocks.2.resnets.2.norm1.weight",
              "decoder.up_blocks.0.upsamplers.0.conv.weight",
              "decoder.conv_norm_out.weight",
              "post_quant_conv.weight");
      StoredTensor query = sorted.vae().get("decoder.mid_block.attentions.0.to_q.weight");
      assertThat(query)
          .isEqualTo(
              vae.get(prefix + "decoder.mid.attn_1.q.weight")
                  .named("decoder.mid_block.attentions.0.to_q.weight")
                  .shaped(Shape.of(8, 8)));
    }
  }

  @Test
  void oldNamesOfDiffusersVaeBecomeThoseOfToday() {
    String attention = "encoder.mid_block.attentions.0.";
    headers
        .layer(attention + "query", 8, 8)
        .layer(attention + "proj_attn", 8, 8)
        .layer(attention + "group_norm", 8)
        .layer("encoder.conv_in", 8, 3, 3, 3);

    assertThat(CheckpointNames.diffusersVae(headers.file()))
        .containsOnlyKeys(
            attention + "to_q.weight",
            attention + "to_q.bias",
            attention + "to_out.0.weight",
            attention + "to_out.0.bias",
            attention + "group_norm.weight",
            attention + "group_norm.bias",
            "encoder.conv_in.weight",
            "encoder.conv_in.bias");
  }

  @Test
  void openAisEncoderOfAnyAge() {
    String old = "cond_stage_model.transformer.";
    headers
        .with(old + "embeddings.position_ids", 1, 77)
        .with(old + "embeddings.token_embedding.weight", 9, 4)
        .layer(old + "encoder.layers.0.mlp.fc1", 16, 4);

    Components sorted = CheckpointNames.sort(headers.file());

    assertThat(sorted.textEncoder())
        .containsOnlyKeys(
            "text_model.embeddings.token_embedding.weight",
            "text_model.encoder.layers.0.mlp.fc1.weight",
            "text_model.encoder.layers.0.mlp.fc1.bias");
    assertThat(sorted.leftovers()).isEmpty();
    Headers today =
        new Headers()
            .with("conditioner.embedders.0.transformer.text_model.final_layer_norm.bias", 4);
    assertThat(CheckpointNames.sort(today.file()).textEncoder())
        .containsOnlyKeys("text_model.final_layer_norm.bias");
  }

  @Test
  void openClipsAttentionIsCutInThree() {
    Headers sdxl = openClip("conditioner.embedders.1.model.", 2, 4);

    Components sorted = CheckpointNames.sort(sdxl.file());

    assertThat(sorted.textEncoder()).isEmpty();
    assertThat(sorted.leftovers()).isEmpty();
    WeightMap encoder = new WeightMap(Headers.FILE, sorted.textEncoder2());
    long offset =
        sdxl.get("conditioner.embedders.1.model.transformer.resblocks.1.attn.in_proj_weight")
            .offset();
    String layer = "text_model.encoder.layers.1.";
    StoredTensor key = encoder.require(layer + "self_attn.k_proj.weight", Shape.of(4, 4));
    assertThat(key.offset()).isEqualTo(offset + 4 * 4 * 2);
    encoder.require(layer + "self_attn.q_proj.bias", Shape.of(4));
    encoder.require(layer + "self_attn.out_proj.bias", Shape.of(4));
    encoder.require(layer + "layer_norm1.bias", Shape.of(4));
    encoder.require(layer + "mlp.fc1.weight", Shape.of(16, 4));
    encoder.require(layer + "mlp.fc2.weight", Shape.of(4, 16));
    encoder.require("text_model.embeddings.token_embedding.weight", Shape.of(9, 4));
    encoder.require("text_model.embeddings.position_embedding.weight", Shape.of(77, 4));
    encoder.require("text_model.final_layer_norm.weight", Shape.of(4));
    StoredTensor projection = encoder.require("text_projection.weight", Shape.of(5, 4));
    assertThat(projection.transposed()).isTrue();
    assertThat(encoder.names()).hasSize(2 * 16 + 5);
  }

  @Test
  void stableDiffusion2LeavesOutTheLastLayer() {
    String prefix = "cond_stage_model.model.";
    Components whole = CheckpointNames.sort(openClip(prefix, 24, 1024).file());
    assertThat(whole.textEncoder())
        .containsKey("text_model.encoder.layers.22.mlp.fc1.bias")
        .doesNotContainKey("text_model.encoder.layers.23.mlp.fc1.bias")
        .doesNotContainKey("text_projection.weight");
    assertThat(whole.leftovers()).isEmpty();
    assertThat(whole.textEncoder2()).isEmpty();
    assertThat(CheckpointNames.sort(openClip(prefix, 23, 1024).file()).textEncoder())
        .as("which was written back from diffusers")
        .containsKey("text_model.encoder.layers.22.mlp.fc1.bias");
    assertThat(CheckpointNames.sort(openClip(prefix, 5, 4).file()).textEncoder())
        .containsKey("text_model.encoder.layers.3.mlp.fc1.bias")
        .doesNotContainKey("text_model.encoder.layers.4.mlp.fc1.bias");
  }

  @Test
  void theRefinersOnlyEncoderIsTheSecond() {
    Components sorted =
        CheckpointNames.sort(openClip("conditioner.embedders.0.model.", 2, 4).file());

    assertThat(sorted.textEncoder()).isEmpty();
    assertThat(sorted.textEncoder2()).containsKey("text_model.encoder.layers.1.mlp.fc1.bias");
  }

  @Test
  void controlNets() {
    headers
        .layer("control_model.input_hint_block.0", 16, 3, 3, 3)
        .layer("control_model.input_hint_block.4", 32, 16, 3, 3)
        .layer("control_model.input_hint_block.14", 320, 256, 3, 3)
        .layer("control_model.zero_convs.11.0", 8, 8, 1, 1)
        .layer("control_model.middle_block_out.0", 8, 8, 1, 1)
        .layer("control_model.input_blocks.1.0.in_layers.0", 8);

    assertThat(CheckpointNames.sort(headers.file()).controlNet().keySet())
        .filteredOn(name -> name.endsWith("weight"))
        .containsExactly(
            "controlnet_cond_embedding.conv_in.weight",
            "controlnet_cond_embedding.blocks.1.weight",
            "controlnet_cond_embedding.conv_out.weight",
            "controlnet_down_blocks.11.weight",
            "controlnet_mid_block.weight",
            "down_blocks.0.resnets.0.norm1.weight");
  }

  @Test
  void whatBelongsNowhereIsLeftOver() {
    headers
        .with(UNET + "input_blocks.1.0.other_layers.0.weight", 8)
        .with(UNET + "extra.weight", 8)
        .with("something.else", 8)
        .with("model_ema.diffusion_modelinput_blocks00weight", 8)
        .with("alphas_cumprod", 1000)
        .with("betas", 1000);

    assertThat(CheckpointNames.sort(headers.file()).leftovers())
        .contains(UNET + "extra.weight", "something.else")
        .doesNotContain("betas", "alphas_cumprod");
  }

  @Test
  void aNameTwiceIsRefused() {
    headers
        .with("cond_stage_model.transformer.final_layer_norm.bias", 4)
        .with("cond_stage_model.transformer.text_model.final_layer_norm.bias", 4);

    Unusable.because("several", () -> CheckpointNames.sort(headers.file()));
  }

  private void resnet(String name) {
    headers.layer(UNET + name + ".in_layers.2", 8, 8, 3, 3);
  }

  private static Headers openClip(String prefix, int layers, int width) {
    Headers headers =
        new Headers()
            .with(prefix + "positional_embedding", 77, width)
            .with(prefix + "token_embedding.weight", 9, width)
            .with(prefix + "text_projection", width, width + 1)
            .with(prefix + "logit_scale")
            .layer(prefix + "ln_final", width);
    for (int i = 0; i < layers; i++) {
      String layer = prefix + "transformer.resblocks." + i + ".";
      headers
          .with(layer + "attn.in_proj_weight", 3L * width, width)
          .with(layer + "attn.in_proj_bias", 3L * width)
          .layer(layer + "attn.out_proj", width, width)
          .layer(layer + "ln_1", width)
          .layer(layer + "ln_2", width)
          .layer(layer + "mlp.c_fc", 4L * width, width)
          .layer(layer + "mlp.c_proj", width, 4L * width);
    }
    return headers;
  }
}
