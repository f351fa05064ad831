package io.github.easel.runtime.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.SampleRun;
import io.github.easel.network.UNet;
import io.github.easel.network.UNetConfig.Micro;
import io.github.easel.network.onnx.LoweredRun;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients by PyTorch against central differences of what ONNX Runtime computes: an engine that
 * knows no gradients.
 */
@NeedsPyTorch
class GradientsTest {

  /** Along one parameter. */
  private static final double STEP = 1e-3;

  /** Along all, which bends more. */
  private static final double SMALL_STEP = 1e-4;

  /** Past the edges of rectifiers, where a slope jumps. */
  private static final double SMALLEST_STEP = 3e-5;

  private static final double TOLERANCE = 0.03;

  /** Numbers that a picture is conditioned on; nobody learns them. */
  private static final Set<String> FIXED =
      Set.of("timestep", "time_ids", "input_ids", "token_stride");

  @TempDir Path folder;
  private final Random random = new Random(11);

  static Stream<String> names() {
    return SampleNetworks.all().keySet().stream();
  }

  /** All parameters and inputs at once, along a random direction. */
  @ParameterizedTest
  @MethodSource("names")
  void gradientsAreTheSlopesOfEveryNetwork(String name) throws IOException {
    Network network = Objects.requireNonNull(SampleNetworks.all().get(name));
    SampleRun run = SampleRun.of(network, 7, folder);
    Set<String> learned = new LinkedHashSet<>(run.inputs().keySet());
    learned.removeAll(FIXED);
    Parameters.of(network).forEach(parameter -> learned.add(parameter.name()));
    Map<String, FloatTensor> loss = loss(run);
    Map<String, FloatTensor> gradients = gradients(run, learned, loss);
    assertThat(gradients).containsOnlyKeys(learned);
    check(run, gradients, loss, name.startsWith("tiny") ? SMALLEST_STEP : SMALL_STEP);
  }

  /** One parameter of each kind by itself, so that none hides behind the others. */
  @Test
  void eachKindOfParameterOfAUNetHasItsSlope() throws IOException {
    Network network = new UNet(SampleNetworks.unet(4, 6, new Micro(6, 8, 12)), true);
    SampleRun run = SampleRun.of(network, 8, folder);
    Map<String, FloatTensor> loss = loss(run);
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Parameter parameter : Parameters.of(network)) {
      kinds.putIfAbsent(
          parameter.name().replaceFirst("^.*\\.(?=\\w+\\.\\w+$)", ""), parameter.name());
    }
    Set<String> names = Set.copyOf(kinds.values());
    Map<String, FloatTensor> gradients = gradients(run, names, loss);
    for (String name : names) {
      check(run, Map.of(name, Network.value(gradients, name)), loss, STEP);
    }
  }

  /**
   * What a gradient needs is PyTorch's own: arrays that DJL makes of Java's buffers go with those.
   */
  @Test
  void gradientsOutliveACollectionOfGarbage() throws IOException {
    Network network = new UNet(SampleNetworks.unet(4, 0, Micro.NONE));
    SampleRun run = SampleRun.of(network, 12, folder);
    Set<String> learned = Set.of("conv_in.weight", "sample");
    Map<String, FloatTensor> loss = loss(run);
    Map<String, FloatTensor> expected = gradients(run, learned, loss);
    try (TorchNetwork torch = TorchNetwork.open(network, run.weights());
        TorchEvaluation evaluation = torch.evaluate(run.inputs(), learned, new Cancellation())) {
      System.gc();
      // What was freed is written over.
      List<FloatTensor> others = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        others.add(direction(Shape.of(4 + i % 60)));
      }
      Map<String, FloatTensor> found = evaluation.gradients(loss);
      assertThat(others).hasSize(1000);
      expected.forEach(
          (name, values) ->
              assertThat(Network.value(found, name).toArray()).isEqualTo(values.toArray()));
    }
  }

  /** From a denoiser's prediction back through the text it attends to: what learns a new word. */
  @Test
  void gradientsGoOnFromOneNetworkToTheNext() throws IOException {
    Network text = Objects.requireNonNull(SampleNetworks.all().get("text of Stable Diffusion 1"));
    Network unet = new UNet(SampleNetworks.unet(4, 0, Micro.NONE));
    SampleRun words = SampleRun.of(text, 9, Files.createDirectory(folder.resolve("text")));
    SampleRun picture = SampleRun.of(unet, 10, Files.createDirectory(folder.resolve("unet")));
    String table = "text_model.embeddings.token_embedding.weight";
    Map<String, FloatTensor> loss = loss(picture);
    FloatTensor gradient;
    try (TorchNetwork encoder = TorchNetwork.open(text, words.weights());
        TorchNetwork denoiser = TorchNetwork.open(unet, picture.weights());
        TorchEvaluation encoded =
            encoder.evaluate(words.inputs(), Set.of(table), new Cancellation());
        TorchEvaluation predicted =
            denoiser.evaluate(
                attending(picture, encoded.outputs()).inputs(),
                Set.of("encoder_hidden_states"),
                new Cancellation())) {
      FloatTensor context = Network.value(predicted.gradients(loss), "encoder_hidden_states");
      gradient = Network.value(encoded.gradients(Map.of("last_hidden_state", context)), table);
    }
    assertThat(gradient.shape()).isEqualTo(Shape.of(SampleNetworks.VOCABULARY, 8));
    Map<String, FloatTensor> direction = Map.of(table, direction(gradient.shape()));
    double[] values = new double[2];
    for (int i = 0; i < 2; i++) {
      SampleRun moved = words.moved(direction, i == 0 ? -STEP : STEP, folder);
      values[i] = value(attending(picture, LoweredRun.outputs(moved)), loss);
    }
    compare(Map.of(table, gradient), direction, (values[1] - values[0]) / (2 * STEP));
  }

  private static SampleRun attending(SampleRun picture, Map<String, FloatTensor> encoded) {
    Map<String, FloatTensor> inputs = new LinkedHashMap<>(picture.inputs());
    inputs.put("encoder_hidden_states", Network.value(encoded, "last_hidden_state"));
    return picture.with(inputs);
  }

  private void check(
      SampleRun run, Map<String, FloatTensor> gradients, Map<String, FloatTensor> loss, double step)
      throws IOException {
    Map<String, FloatTensor> direction = new LinkedHashMap<>();
    gradients.forEach((name, gradient) -> direction.put(name, direction(gradient.shape())));
    double above = value(run.moved(direction, step, folder), loss);
    double below = value(run.moved(direction, -step, folder), loss);
    compare(gradients, direction, (above - below) / (2 * step));
  }

  /** To within a part of what such a slope usually is, since terms may cancel. */
  private static void compare(
      Map<String, FloatTensor> gradients, Map<String, FloatTensor> direction, double slope) {
    double sum = 0;
    double squares = 0;
    for (Map.Entry<String, FloatTensor> entry : gradients.entrySet()) {
      FloatTensor along = Network.value(direction, entry.getKey());
      for (int i = 0; i < along.size(); i++) {
        double product = (double) entry.getValue().get(i) * along.get(i);
        sum += product;
        squares += product * product;
      }
    }
    String names = gradients.size() < 4 ? gradients.keySet().toString() : "all";
    assertThat(squares).as("gradients of %s", names).isFinite().isPositive();
    assertThat(slope)
        .as("slope along %s", names)
        .isCloseTo(sum, within(TOLERANCE * Math.sqrt(squares)));
  }

  private static Map<String, FloatTensor> gradients(
      SampleRun run, Set<String> learned, Map<String, FloatTensor> loss) {
    try (TorchNetwork torch = TorchNetwork.open(run.network(), run.weights());
        TorchEvaluation evaluation = torch.evaluate(run.inputs(), learned, new Cancellation())) {
      return evaluation.gradients(loss);
    }
  }

  /** What each number of the outputs counts for in a loss. */
  private Map<String, FloatTensor> loss(SampleRun run) {
    Map<String, FloatTensor> loss = new LinkedHashMap<>();
    LoweredRun.outputs(run)
        .forEach((output, values) -> loss.put(output, direction(values.shape())));
    return loss;
  }

  private static double value(SampleRun run, Map<String, FloatTensor> loss) {
    double sum = 0;
    for (Map.Entry<String, FloatTensor> output : LoweredRun.outputs(run).entrySet()) {
      FloatTensor weights = Network.value(loss, output.getKey());
      for (int i = 0; i < weights.size(); i++) {
        sum += (double) weights.get(i) * output.getValue().get(i);
      }
    }
    return sum;
  }

  private FloatTensor direction(Shape shape) {
    FloatTensor values = FloatTensor.zeros(shape);
    for (int i = 0; i < values.size(); i++) {
      values.set(i, (float) random.nextGaussian());
    }
    return values;
  }
}
