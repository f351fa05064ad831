package io.github.easel.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Network;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.SampleRun;
import io.github.easel.network.UNet;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EightBitTest {

  /** Root of the mean square, of the floats'. */
  private static final double TOLERANCE = 5e-2;

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
    EightBitLowering.Observing observing = EightBitLowering.observed(network, run.weights());
    if (observing.convolutions().isEmpty()) {
      assertThat(name).as("too narrow for 8 bits").isEqualTo("UNet with heads by width");
      return;
    }
    Map<String, FloatTensor> seen = LoweredRun.outputs(run, observing.graph());
    FloatTensor bounds = Network.value(seen, EightBitLowering.BOUNDS);
    assertThat(bounds.size()).isEqualTo(4 * observing.convolutions().size()).isPositive();
    Map<String, Observed> observed = observed(observing.convolutions(), bounds);

    Path file = folder.resolve("model.onnx");
    EightBitLowering.write(network, run.weights(), observed, file, new Cancellation());
    FloatTensor rounded = Network.value(LoweredRun.outputs(run, file), "out_sample");

    assertThat(Network.value(seen, "out_sample").size()).isEqualTo(exact.size());
    assertThat(rounded.shape()).isEqualTo(exact.shape());
    assertThat(error(exact, rounded)).isBetween(1e-5, TOLERANCE);
    assertThat(Safetensors.open(folder.resolve("eight.safetensors")).tensors().keySet())
        .contains("conv_in.weight", "conv_out.weight")
        .anyMatch(tensor -> tensor.endsWith(".weight.eight"));
  }

  @Test
  void spansHoldZero() {
    assertThat(new Span(1, 3)).isEqualTo(new Span(0, 3));
    assertThat(new Span(-1, 1).with(new Span(-3, 0.5f))).isEqualTo(new Span(-3, 1));
    assertThat(new Span(-1, 1).zero()).isBetween(127, 128);
    assertThat(new Span(0, 0).scale()).isPositive();
  }

  private static Map<String, Observed> observed(List<String> keys, FloatTensor bounds) {
    Map<String, Observed> observed = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      int at = 4 * i;
      observed.put(
          keys.get(i),
          new Observed(
              new Span(bounds.get(at), bounds.get(at + 1)),
              new Span(bounds.get(at + 2), bounds.get(at + 3))));
    }
    return observed;
  }

  private static double error(FloatTensor exact, FloatTensor other) {
    double off = 0;
    double all = 0;
    for (int i = 0; i < exact.size(); i++) {
      off += Math.pow((double) other.get(i) - exact.get(i), 2);
      all += Math.pow(exact.get(i), 2);
    }
    return Math.sqrt(off / all);
  }
}
