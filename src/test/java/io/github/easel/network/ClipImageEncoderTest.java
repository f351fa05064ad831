package io.github.easel.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClipImageEncoderTest {

  @Test
  void hasTheParametersOfTransformersVisionModel() {
    assertThat(ParameterLists.shapes(SampleNetworks.clipImage()))
        .hasSize(3 + 2 + 2 * 16 + 2 + 1)
        .containsEntry("vision_model.embeddings.class_embedding", "[8]")
        .containsEntry("vision_model.embeddings.patch_embedding.weight", "[8, 3, 4, 4]")
        .doesNotContainKey("vision_model.embeddings.patch_embedding.bias")
        .containsEntry("vision_model.embeddings.position_embedding.weight", "[5, 8]")
        .containsEntry("vision_model.pre_layrnorm.weight", "[8]")
        .containsEntry("vision_model.encoder.layers.1.self_attn.out_proj.bias", "[8]")
        .containsEntry("vision_model.encoder.layers.0.mlp.fc1.weight", "[16, 8]")
        .containsEntry("vision_model.post_layernorm.bias", "[8]")
        .containsEntry("visual_projection.weight", "[12, 8]")
        .doesNotContainKey("visual_projection.bias");
  }

  @Test
  void isAsLargeAsThePublishedOnes() {
    ClipConfig large = new ClipConfig(1024, 4096, 24, 16, Activation.QUICK_GELU, 1e-5, 768);
    assertThat(ParameterLists.count(new ClipImageEncoder(large, 224, 14))).isEqualTo(303_966_208);
    ClipConfig huge = new ClipConfig(1280, 5120, 32, 16, Activation.GELU, 1e-5, 1024);
    assertThat(ParameterLists.count(new ClipImageEncoder(huge, 224, 14))).isEqualTo(632_076_800);
  }

  @Test
  void refusesAPictureSmallerThanAPatch() {
    ClipConfig config = SampleNetworks.tower(Activation.GELU);
    assertThatThrownBy(() -> new ClipImageEncoder(config, 8, 16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patches of 16 in pictures of 8");
  }
}
