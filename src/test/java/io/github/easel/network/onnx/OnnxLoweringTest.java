package io.github.easel.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.network.Network;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.SampleRun;
import io.github.easel.tensor.FloatTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxLoweringTest {

  @TempDir Path folder;

  static Stream<String> names() {
    return SampleNetworks.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theEngineRunsIt(String name) throws IOException {
    Network network = java.util.Objects.requireNonNull(SampleNetworks.all().get(name));
    Map<String, FloatTensor> outputs = LoweredRun.outputs(SampleRun.of(network, 1, folder));
    assertThat(outputs).isNotEmpty();
    outputs.forEach((output, values) -> assertAlive(output, values));
  }

  /** Finite, and not all the same: both pictures or texts of the batch differ. */
  private static void assertAlive(String output, FloatTensor values) {
    assertThat(values.shape().axis(0)).as(output).isEqualTo(2);
    int half = values.size() / 2;
    double difference = 0;
    for (int i = 0; i < half; i++) {
      assertThat(values.get(i)).as(output).isFinite();
      difference += Math.abs(values.get(i) - values.get(half + i));
    }
    assertThat(difference / half).as(output).isGreaterThan(0.01);
  }
}
