package io.github.easel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.StableDiffusion;
import io.github.easel.network.UNet;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.DataType;
import io.github.easel.weights.StoredTensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that follow from names and shapes, for the families' own. */
class CheckpointShapesTest {

  private static final Path FILE = Path.of("dream.safetensors");

  static List<StableDiffusion> families() {
    return List.of(StableDiffusion.v1(), StableDiffusion.v2(), StableDiffusion.xl());
  }

  @ParameterizedTest
  @MethodSource("families")
  void tellsTheNumbersOfEachFamily(StableDiffusion family) {
    assertThat(UNetShapes.read(shapes(new UNet(family.unet())))).isEqualTo(family.unet());
    assertThat(
            AutoencoderShapes.read(
                shapes(
                    new AutoencoderEncoder(family.autoencoder()),
                    new AutoencoderDecoder(family.autoencoder()))))
        .isEqualTo(family.autoencoder());
    ClipTextEncoder given = family.text();
    ClipTextEncoder text =
        new ClipTextEncoder(given.config(), given.vocabulary(), 77, -1, 0, true, false);
    ClipTextEncoder read = ClipShapes.read(shapes(text), 0, true, false);
    assertThat(read.config().heads()).isEqualTo(text.config().heads());
    assertThat(read.config().activation()).isEqualTo(text.config().activation());
    assertThat(Parameters.of(read).equals(Parameters.of(text))).isTrue(); // long to print
  }

  @Test
  void namesTheTensorOfUnusualShape() {
    Map<String, StoredTensor> tensors =
        new LinkedHashMap<>(shapes(new UNet(StableDiffusion.v1().unet())).tensors());
    String name = "down_blocks.1.resnets.0.conv1.weight";
    StoredTensor odd =
        new StoredTensor(name, DataType.F32, Shape.of(600, 320, 3, 3), Path.of("none"), 0);
    tensors.put(name, odd);

    assertThatThrownBy(() -> UNetShapes.read(new TensorShapes(FILE, tensors)))
        .isInstanceOfSatisfying(
            GenerationException.class,
            failure -> {
              assertThat(failure.failure()).isEqualTo(Failure.SHAPES_UNUSUAL);
              assertThat(failure.details())
                  .containsExactly(FILE.toString(), "unet", name, "[600, 320, 3, 3]");
            });
  }

  @Test
  void callsFamiliesByTheirNames() {
    assertThat(families())
        .extracting(family -> ModelFamily.words(family.unet()))
        .containsExactly("Stable Diffusion 1.x", "Stable Diffusion 2.x", "Stable Diffusion XL");
  }

  private static TensorShapes shapes(Network... networks) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Network network : networks) {
      for (Parameter parameter : Parameters.of(network)) {
        tensors.put(
            parameter.name(),
            new StoredTensor(parameter.name(), DataType.F16, parameter.shape(), FILE, 0));
      }
    }
    return new TensorShapes(FILE, tensors);
  }
}
