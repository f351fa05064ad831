package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.tensor.Shape;
import org.junit.jupiter.api.Test;

class WeightMapTest {

  private final WeightMap weights =
      new WeightMap(Headers.FILE, new Headers().layer("conv_in", 8, 4, 3, 3).file().tensors());

  @Test
  void saysWhichTensorIsMissing() {
    assertThatThrownBy(() -> weights.require("conv_out.weight", Shape.of(4, 8)))
        .hasMessage(
            "model.safetensors: expected the tensor “conv_out.weight” of shape [4, 8],"
                + " found no tensor of that name");
  }

  @Test
  void saysWhichShapeIsWrong() {
    assertThatThrownBy(() -> weights.require("conv_in.weight", Shape.of(8, 9, 3, 3)))
        .hasMessage(
            "model.safetensors: expected the tensor “conv_in.weight” of shape [8, 9, 3, 3],"
                + " found the shape [8, 4, 3, 3]");
  }

  @Test
  void knowsWhatNobodyAskedFor() {
    weights.require("conv_in.weight", Shape.of(8, 4, 3, 3));
    assertThat(weights.has("conv_in.bias")).isTrue();
    assertThat(weights.unused()).containsExactly("conv_in.bias");
    assertThatThrownBy(weights::requireAllUsed)
        .hasMessage(
            "model.safetensors: expected a network without the tensor “conv_in.bias”,"
                + " found this tensor");
    assertThat(weights.find("conv_in.bias")).isPresent();
    weights.requireAllUsed();
  }
}
