package io.github.easel.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.network.Network;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.SampleRun;
import io.github.easel.network.UNet;
import io.github.easel.tensor.FloatTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Graphs of 16-bit floats, made for graphics cards, run here on the processor, which computes each
 * node with 32 bits and rounds what it gives on. That shows the graphs right and how much rounding
 * costs, not how a card's kernels sum.
 */
class HalfPrecisionTest {

  /** Of the greatest value; 16-bit floats have steps of 2^-11, and a network some dozen layers. */
  private static final double TOLERANCE = 1e-2;

  @TempDir Path folder;

  static Stream<String> unets() {
    return SampleNetworks.all().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof UNet)
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("unets")
  void unetsComeNear(String name) throws IOException {
    Network network = Objects.requireNonNull(SampleNetworks.all().get(name));
    SampleRun run = SampleRun.of(network, 5, folder);
    FloatTensor exact = Network.value(LoweredRun.outputs(run), "out_sample");
    FloatTensor half = Network.value(LoweredRun.outputs(run, Precision.HALF), "out_sample");
    double greatest = 0;
    double farthest = 0;
    for (int i = 0; i < exact.size(); i++) {
      greatest = Math.max(greatest, Math.abs(exact.get(i)));
      farthest = Math.max(farthest, Math.abs((double) half.get(i) - exact.get(i)));
    }
    assertThat(half.shape()).isEqualTo(exact.shape());
    assertThat(farthest / greatest).isBetween(1e-5, TOLERANCE);
  }
}
