package io.github.easel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.torch.NeedsPyTorch;
import io.github.easel.runtime.torch.TorchNetwork;
import io.github.easel.runtime.torch.TorchNetwork.Keep;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.Components;
import io.github.easel.weights.LoraFile;
import io.github.easel.weights.LoraTargets;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.TensorValues;
import io.github.easel.weights.TextualInversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a micro model, whose every gradient can be checked. */
@NeedsPyTorch
class TrainerTest {

  private static final double STEP = 1e-3;
  private static final LoraShape SHAPE = new LoraShape(2, 1.5, true, true);

  @TempDir Path folder;
  private MicroModel micro;

  @BeforeEach
  void make() throws IOException {
    micro = MicroModel.in(folder);
  }

  @Test
  void gradientsOfAWordAreTheSlopesOfTheLoss() {
    check(Inversion.of(micro.model(), micro.tokenizer(), 3, "cat the"));
  }

  @Test
  void gradientsOfALoraAreTheSlopesOfTheLoss() {
    LowRankLesson lesson = LowRankLesson.of(micro.model(), micro.tokenizer(), SHAPE, 5);
    Random random = new Random(6);
    lesson
        .values()
        .forEach(
            (name, value) -> {
              for (int i = 0; i < value.size(); i++) { // the second matrix begins with zeros
                value.set(i, (float) (0.3 * random.nextGaussian()));
              }
            });
    check(lesson);
  }

  @Test
  void partsThatAreComputedAgainHaveTheSameGradients() {
    same(Inversion.of(micro.model(), micro.tokenizer(), 3, "cat the"));
    LowRankLesson lesson = LowRankLesson.of(micro.model(), micro.tokenizer(), SHAPE, 5);
    Random random = new Random(9);
    lesson.values().forEach((name, value) -> value.set(0, (float) random.nextGaussian()));
    same(lesson);
  }

  private void same(Lesson lesson) {
    DiffusionLoss loss = new DiffusionLoss(micro.model().schedule());
    Batch batch = Batch.of(micro.examples(), settings(1, 2), 0, 0, loss.timesteps());
    Cancellation never = new Cancellation();
    try (TorchNetwork text = TorchNetwork.open(lesson.text(), micro.model().textWeights());
        TorchNetwork unet = TorchNetwork.open(lesson.unet(), micro.model().unetWeights())) {
      Step.Result all = new Step(lesson, text, unet, loss, Keep.ALL).of(batch, 1, never);
      Step.Result parts = new Step(lesson, text, unet, loss, Keep.PARTS).of(batch, 1, never);
      assertThat(parts.loss()).isCloseTo(all.loss(), within(1e-6));
      assertThat(parts.gradients()).containsOnlyKeys(all.gradients().keySet());
      all.gradients()
          .forEach(
              (name, gradient) -> {
                assertThat(gradient.toArray()).as(name).isNotEqualTo(new float[gradient.size()]);
                assertThat(Values.of(parts.gradients(), name).toArray())
                    .as(name)
                    .containsExactly(gradient.toArray(), within(1e-5f));
              });
    }
  }

  /** Along a random direction of all values, by central differences. */
  private void check(Lesson lesson) {
    TrainingSettings settings = settings(1, 2);
    DiffusionLoss loss = new DiffusionLoss(micro.model().schedule());
    Batch batch = Batch.of(micro.examples(), settings, 0, 0, loss.timesteps());
    Cancellation never = new Cancellation();
    try (TorchNetwork text = TorchNetwork.open(lesson.text(), micro.model().textWeights());
        TorchNetwork unet = TorchNetwork.open(lesson.unet(), micro.model().unetWeights())) {
      Step step = new Step(lesson, text, unet, loss, Keep.ALL);
      Map<String, FloatTensor> gradients = step.of(batch, 1, never).gradients();
      assertThat(gradients).containsOnlyKeys(lesson.values().keySet());
      Random random = new Random(8);
      double expected = 0;
      Map<String, FloatTensor> directions = new LinkedHashMap<>();
      for (Map.Entry<String, FloatTensor> value : lesson.values().entrySet()) {
        FloatTensor direction = FloatTensor.zeros(value.getValue().shape());
        FloatTensor gradient = Values.of(gradients, value.getKey());
        for (int i = 0; i < direction.size(); i++) {
          direction.set(i, (float) random.nextGaussian());
          expected += direction.get(i) * gradient.get(i);
        }
        directions.put(value.getKey(), direction);
      }
      move(lesson, directions, STEP);
      double above = step.of(batch, 1, never).loss();
      move(lesson, directions, -2 * STEP);
      double below = step.of(batch, 1, never).loss();
      double slope = (above - below) / (2 * STEP);
      assertThat(Math.abs(slope)).isGreaterThan(1e-4);
      assertThat(slope).isCloseTo(expected, within(0.02 * Math.abs(expected) + 1e-4));
    }
  }

  private static void move(Lesson lesson, Map<String, FloatTensor> directions, double by) {
    directions.forEach(
        (name, direction) -> {
          FloatTensor value = Values.of(lesson.values(), name);
          for (int i = 0; i < value.size(); i++) {
            value.set(i, (float) (value.get(i) + by * direction.get(i)));
          }
        });
  }

  @Test
  void goesOnAsIfItHadNotBeenBrokenOff() {
    List<Double> whole = new ArrayList<>();
    byte[] expected = inversion(settings(6, 2), "whole", whole);
    List<Double> parts = new ArrayList<>();
    inversion(settings(4, 2), "parts", parts);
    byte[] resumed = inversion(settings(6, 2), "parts", parts);
    assertThat(resumed).isEqualTo(expected);
    assertThat(parts).isEqualTo(whole);
    assertThat(inversion(settings(6, 2), "again", new ArrayList<>())).isEqualTo(expected);
    assertThat(inversion(settings(6, 3), "other", new ArrayList<>())).isNotEqualTo(expected);
  }

  private byte[] inversion(TrainingSettings settings, String name, List<Double> losses) {
    Path file = folder.resolve(name).resolve("luna.safetensors");
    try {
      Files.createDirectories(folder.resolve(name));
      Trainer.ofInversion(micro.model(), micro.tokenizer(), 3, "cat", settings, file)
          .run(
              micro.examples(),
              false,
              folder.resolve(name).resolve("state.safetensors"),
              (step, steps, loss) -> losses.add(loss),
              new TrainingPause(),
              new Cancellation());
      TextualInversion read = TextualInversion.open(file);
      assertThat(read.name()).contains("luna");
      assertThat(read.count()).isEqualTo(3);
      FloatTensor values =
          TensorValues.read(Safetensors.open(file).tensors().values().iterator().next());
      for (float value : values.toArray()) {
        assertThat(value).isFinite();
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aLoraFindsItsWeightsInTheModel() {
    Path file = folder.resolve("luna.safetensors");
    List<Double> losses = new ArrayList<>();
    TrainingListener listener = (step, steps, loss) -> losses.add(loss);
    Trainer.ofLora(micro.model(), micro.tokenizer(), SHAPE, settings(3, 2), file)
        .run(
            micro.examples(),
            false,
            folder.resolve("state.safetensors"),
            listener,
            new TrainingPause(),
            new Cancellation());
    assertThat(losses).hasSize(3);
    LoraFile lora = LoraFile.open(file);
    assertThat(lora.metadata()).containsEntry("ss_network_dim", "2").containsKey("ss_network_args");
    Components components =
        new Components(
            Safetensors.open(micro.model().unetWeights().file()).tensors(),
            Map.of(),
            Safetensors.open(micro.model().textWeights().file()).tensors(),
            Map.of(),
            Map.of(),
            List.of());
    LoraFile.Match match = lora.match(new LoraTargets(Base.UNKNOWN, components));
    assertThat(match.unmatched()).isEmpty();
    // four blocks with two attentions of four matrices, and two layers of four
    // eight residual blocks with two convolutions, and one where each size changes
    assertThat(match.deltas()).hasSize(4 * 2 * 4 + 2 * 4 + 8 * 2 + 2);
  }

  @Test
  void canBeCancelledWithinAStep() {
    Cancellation cancellation = new Cancellation();
    TrainingListener cancelling = (step, steps, loss) -> cancellation.cancel();
    Trainer trainer =
        Trainer.ofInversion(
            micro.model(),
            micro.tokenizer(),
            1,
            "cat",
            settings(5, 2),
            folder.resolve("never.safetensors"));
    assertThatThrownBy(
            () ->
                trainer.run(
                    micro.examples(),
                    false,
                    folder.resolve("state.safetensors"),
                    cancelling,
                    new TrainingPause(),
                    cancellation))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    assertThat(folder.resolve("never.safetensors")).doesNotExist();
  }

  private static TrainingSettings settings(int steps, long seed) {
    return new TrainingSettings(steps, 1e-2, 2, 2, 0.01, seed, 2);
  }
}
