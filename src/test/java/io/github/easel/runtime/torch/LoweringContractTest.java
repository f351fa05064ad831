package io.github.easel.runtime.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Network;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.SampleRun;
import io.github.easel.network.onnx.LoweredRun;
import io.github.easel.tensor.FloatTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both lowerings of every network make the same of the same inputs. */
@NeedsPyTorch
class LoweringContractTest {

  private static final double TOLERANCE = 1e-5;

  @TempDir Path folder;

  static Stream<String> names() {
    return SampleNetworks.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void bothLoweringsAgree(String name) throws IOException {
    Network network = Objects.requireNonNull(SampleNetworks.all().get(name));
    SampleRun run = SampleRun.of(network, 5, folder);
    Map<String, FloatTensor> expected = LoweredRun.outputs(run);
    try (TorchNetwork torch = TorchNetwork.open(network, run.weights())) {
      Map<String, FloatTensor> found = torch.run(run.inputs(), new Cancellation());
      assertThat(found).containsOnlyKeys(expected.keySet());
      found.forEach((output, values) -> check(output, values, Network.value(expected, output)));
    }
  }

  private static void check(String output, FloatTensor found, FloatTensor expected) {
    assertThat(found.shape()).as(output).isEqualTo(expected.shape());
    double greatest = 0;
    double farthest = 0;
    for (int i = 0; i < found.size(); i++) {
      greatest = Math.max(greatest, Math.abs(expected.get(i)));
      farthest = Math.max(farthest, Math.abs((double) found.get(i) - expected.get(i)));
      assertThat(found.get(i)).as(output).isFinite();
    }
    assertThat(farthest).as(output).isLessThan(TOLERANCE * greatest);
  }
}
