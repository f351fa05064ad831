package io.github.easel.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.network.UNetConfig.Extras;
import io.github.easel.network.UNetConfig.Micro;
import io.github.easel.network.onnx.LoweredRun;
import io.github.easel.tensor.FloatTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UNetEndsTest {

  @TempDir Path folder;

  static Stream<UNetConfig> configs() {
    return Stream.of(
        SampleNetworks.unet(9, 6, new Micro(6, 8, 12)),
        SampleNetworks.unet(new Extras(12, 2, true, 3)),
        SampleNetworks.other());
  }

  /** What the deep layers made in a step is all that the ends lack to make its output. */
  @ParameterizedTest
  @MethodSource("configs")
  void withDeepFeaturesOfTheSameStepTheyAreTheWholeNetwork(UNetConfig config) throws IOException {
    SampleRun whole = SampleRun.of(new UNet(config), 7, folder);
    Map<String, FloatTensor> made = LoweredRun.outputs(whole);
    Map<String, FloatTensor> inputs = new HashMap<>(whole.inputs());
    inputs.put(UNet.DEEP, made.get(UNet.DEEP));
    Network ends = new UNetEnds(config);

    FloatTensor again = output(LoweredRun.outputs(new SampleRun(ends, whole.weights(), inputs)));

    FloatTensor once = output(made);
    assertThat(again.shape()).isEqualTo(once.shape());
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i)).isCloseTo(once.get(i), Offset.offset(1e-5f));
    }
    assertThat(ParameterLists.shapes(new UNet(config)).entrySet())
        .containsAll(ParameterLists.shapes(ends).entrySet());
    assertThat(Parameters.of(ends)).hasSizeLessThan(Parameters.of(whole.network()).size() / 2);
  }

  private static FloatTensor output(Map<String, FloatTensor> all) {
    return Objects.requireNonNull(all.get("out_sample"));
  }
}
