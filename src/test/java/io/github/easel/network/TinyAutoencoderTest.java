package io.github.easel.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TinyAutoencoderTest {

  private static final TinyConfig PUBLISHED =
      new TinyConfig(3, 4, 64, List.of(1, 3, 3, 3), List.of(3, 3, 3, 1));

  @Test
  void theEncoderHasTheParametersOfDiffusers() {
    assertThat(ParameterLists.shapes(new TinyEncoder(PUBLISHED)))
        .containsEntry("encoder.layers.0.weight", "[64, 3, 3, 3]")
        .containsEntry("encoder.layers.0.bias", "[64]")
        .containsEntry("encoder.layers.1.conv.0.weight", "[64, 64, 3, 3]")
        .containsEntry("encoder.layers.1.conv.4.bias", "[64]")
        .containsEntry("encoder.layers.2.weight", "[64, 64, 3, 3]")
        .doesNotContainKey("encoder.layers.2.bias")
        .containsKeys("encoder.layers.6.weight", "encoder.layers.10.weight")
        .containsKey("encoder.layers.13.conv.2.weight")
        .containsEntry("encoder.layers.14.weight", "[4, 64, 3, 3]")
        .containsEntry("encoder.layers.14.bias", "[4]")
        .hasSize(2 * 2 + 10 * 6 + 3);
  }

  @Test
  void theDecoderHasTheParametersOfDiffusers() {
    assertThat(ParameterLists.shapes(new TinyDecoder(PUBLISHED)))
        .containsEntry("decoder.layers.0.weight", "[64, 4, 3, 3]")
        .containsEntry("decoder.layers.2.conv.0.bias", "[64]")
        .containsEntry("decoder.layers.6.weight", "[64, 64, 3, 3]")
        .doesNotContainKey("decoder.layers.6.bias")
        .containsKeys("decoder.layers.11.weight", "decoder.layers.16.weight")
        .containsKey("decoder.layers.17.conv.4.weight")
        .containsEntry("decoder.layers.18.weight", "[3, 64, 3, 3]")
        .containsEntry("decoder.layers.18.bias", "[3]")
        .hasSize(2 * 2 + 10 * 6 + 3);
  }

  @Test
  void isAsLargeAsThePublishedOne() {
    assertThat(ParameterLists.count(new TinyEncoder(PUBLISHED))).isEqualTo(1_222_532);
    assertThat(ParameterLists.count(new TinyDecoder(PUBLISHED))).isEqualTo(1_222_531);
  }

  @Test
  void refusesHalvesOfDifferentSizes() {
    assertThatThrownBy(() -> new TinyConfig(3, 4, 64, List.of(1, 3), List.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[1, 3] and [3]");
  }
}
