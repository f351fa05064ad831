package io.github.easel.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.network.UNetConfig.Micro;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlNetTest {

  private static final UNetConfig SMALL = SampleNetworks.unet(4, 0, Micro.NONE);
  private static final UNetConfig PUBLISHED = StableDiffusion.v1().unet();
  private static final List<Integer> EMBEDDING = List.of(16, 32, 96, 256);

  @Test
  void hasTheParametersOfDiffusers() {
    assertThat(ParameterLists.shapes(new ControlNet(SMALL, 3, List.of(4, 6))))
        .containsEntry("controlnet_cond_embedding.conv_in.weight", "[4, 3, 3, 3]")
        .containsEntry("controlnet_cond_embedding.blocks.0.weight", "[4, 4, 3, 3]")
        .containsEntry("controlnet_cond_embedding.blocks.1.weight", "[6, 4, 3, 3]")
        .containsEntry("controlnet_cond_embedding.conv_out.weight", "[8, 6, 3, 3]")
        .containsEntry("controlnet_down_blocks.0.weight", "[8, 8, 1, 1]")
        .containsEntry("controlnet_down_blocks.2.bias", "[8]")
        .containsEntry("controlnet_down_blocks.3.weight", "[16, 16, 1, 1]")
        .doesNotContainKey("controlnet_down_blocks.4.weight")
        .containsEntry("controlnet_mid_block.weight", "[16, 16, 1, 1]")
        .containsKeys("conv_in.weight", "time_embedding.linear_2.bias")
        .containsKey("down_blocks.0.downsamplers.0.conv.weight")
        .containsKey("mid_block.resnets.1.conv2.weight")
        .doesNotContainKeys("conv_out.weight", "up_blocks.0.resnets.0.conv1.weight");
  }

  @Test
  void isAsLargeAsThePublishedOne() {
    assertThat(ParameterLists.count(new ControlNet(PUBLISHED, 3, EMBEDDING)))
        .isEqualTo(361_279_120);
  }

  @Test
  void theUNetItLeadsTakesWhatItMakes() {
    Network unet = new UNet(PUBLISHED, true);
    List<String> taken = unet.inputs().stream().map(Input::name).toList();
    assertThat(taken).hasSize(3 + 12 + 1).contains("down_residual_11", "mid_residual");
    assertThat(ParameterLists.shapes(unet)).isEqualTo(ParameterLists.shapes(new UNet(PUBLISHED)));
    assertThat(ParameterLists.count(unet)).isEqualTo(859_520_964);
  }

  @Test
  void takesAPictureBesideWhatAUNetTakes() {
    Map<String, Input> inputs =
        new ControlNet(SMALL, 3, EMBEDDING)
            .inputs().stream().collect(java.util.stream.Collectors.toMap(Input::name, x -> x));
    assertThat(inputs)
        .containsOnlyKeys("sample", "timestep", "encoder_hidden_states", "controlnet_cond");
    assertThat(Network.value(inputs, "controlnet_cond").axes().get(1).length()).isEqualTo(3);
  }

  @Test
  void refusesToHaveNoLayersForThePicture() {
    assertThatThrownBy(() -> new ControlNet(SMALL, 3, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
