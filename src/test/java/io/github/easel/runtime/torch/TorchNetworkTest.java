package io.github.easel.runtime.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.Network;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.SampleRun;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.WeightMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsPyTorch
class TorchNetworkTest {

  @TempDir Path folder;

  private final Network network = SampleNetworks.clipImage();
  private SampleRun run =
      new SampleRun(network, new WeightMap(Path.of("none"), Map.of()), Map.of());

  @BeforeEach
  void makeWeights() throws IOException {
    run = SampleRun.of(network, 2, folder);
  }

  @Test
  void theBuildBringsPyTorchForItsTests() {
    assertThat(TorchInstallation.isComplete()).isTrue();
  }

  @Test
  void aWeightThatIsMissingIsNamed() {
    WeightMap none = new WeightMap(run.weights().file(), Map.of());
    try (TorchNetwork torch = TorchNetwork.open(network, none)) {
      assertThatThrownBy(() -> torch.run(run.inputs(), new Cancellation()))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE))
          .hasMessageContaining("vision_model.embeddings.patch_embedding.weight");
    }
  }

  @Test
  void aCancelledRunEnds() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    try (TorchNetwork torch = TorchNetwork.open(network, run.weights())) {
      assertThatThrownBy(() -> torch.run(run.inputs(), cancellation))
          .isInstanceOfSatisfying(
              GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    }
  }

  @Test
  void aNameThatNothingHasIsRefused() {
    try (TorchNetwork torch = TorchNetwork.open(network, run.weights())) {
      assertThatThrownBy(
              () -> torch.evaluate(run.inputs(), Set.of("conv_in.weight"), new Cancellation()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("conv_in.weight");
    }
  }

  @Test
  void learningLeavesTheParametersAsTheyAre() {
    Set<String> learned = Set.of("visual_projection.weight");
    try (TorchNetwork torch = TorchNetwork.open(network, run.weights())) {
      float[] before = embedding(torch.run(run.inputs(), new Cancellation()));
      Map<String, FloatTensor> first = gradients(torch, learned);
      Map<String, FloatTensor> second = gradients(torch, learned);
      assertThat(values(second)).isEqualTo(values(first));
      assertThat(embedding(torch.run(run.inputs(), new Cancellation()))).isEqualTo(before);
    }
  }

  private Map<String, FloatTensor> gradients(TorchNetwork torch, Set<String> learned) {
    try (TorchEvaluation evaluation = torch.evaluate(run.inputs(), learned, new Cancellation())) {
      FloatTensor embedding = Network.value(evaluation.outputs(), "image_embeds");
      return evaluation.gradients(Map.of("image_embeds", embedding));
    }
  }

  private static float[] embedding(Map<String, FloatTensor> outputs) {
    return Network.value(outputs, "image_embeds").toArray();
  }

  private static float[] values(Map<String, FloatTensor> gradients) {
    return Network.value(gradients, "visual_projection.weight").toArray();
  }
}
