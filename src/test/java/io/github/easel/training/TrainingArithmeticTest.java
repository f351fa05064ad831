package io.github.easel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arithmetic of training against the papers' formulas, computed here in another way. */
class TrainingArithmeticTest {

  private final Random random = new Random(4);

  /** The sums of AdamW written out without recursion: both moments are weighted sums. */
  @Test
  void adamWFollowsItsFormulas() {
    double rate = 0.03;
    double decay = 0.1;
    int steps = 9;
    double[] gradients = random.doubles(steps, -2, 2).toArray();
    FloatTensor value = FloatTensor.of(Shape.of(1), 0.7f);
    AdamW optimizer = new AdamW(rate, decay);
    double expected = 0.7f;
    for (int t = 1; t <= steps; t++) {
      FloatTensor gradient = FloatTensor.of(Shape.of(1), (float) gradients[t - 1]);
      optimizer.step(t, Map.of("x", value), Map.of("x", gradient));
      double mean = 0;
      double square = 0;
      double weights = 0;
      double squareWeights = 0;
      for (int i = 1; i <= t; i++) {
        double g = (float) gradients[i - 1];
        mean += Math.pow(0.9, t - i) * g;
        weights += Math.pow(0.9, t - i);
        square += Math.pow(0.999, t - i) * g * g;
        squareWeights += Math.pow(0.999, t - i);
      }
      double move = mean / weights / (Math.sqrt(square / squareWeights) + 1e-8);
      expected = expected * (1 - rate * decay) - rate * move;
      assertThat((double) value.get(0)).isCloseTo(expected, within(1e-5));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PredictionType.class,
      names = {"EPSILON", "V_PREDICTION"})
  void theLossIsThatOfTheSchedule(PredictionType type) {
    DiffusionLoss loss = new DiffusionLoss(ScheduleConfig.stableDiffusion().withPrediction(type));
    int[] timesteps = {0, 412, 999};
    FloatTensor clean = noise(3);
    FloatTensor noise = noise(3);
    FloatTensor said = noise(3);
    FloatTensor noised = loss.noised(clean, noise, timesteps);
    FloatTensor target = loss.target(clean, noise, timesteps);
    double sum = 0;
    for (int i = 0; i < clean.size(); i++) {
      double angle = Math.acos(Math.sqrt(kept(timesteps[i / 8])));
      double x = Math.cos(angle) * clean.get(i) + Math.sin(angle) * noise.get(i);
      assertThat((double) noised.get(i)).isCloseTo(x, within(1e-4));
      // v is how x changes with the angle (Salimans and Ho 2022)
      double v = Math.cos(angle) * noise.get(i) - Math.sin(angle) * clean.get(i);
      double wanted = type == PredictionType.EPSILON ? noise.get(i) : v;
      sum += Math.pow(said.get(i) - wanted, 2) / clean.size();
    }
    assertThat(DiffusionLoss.of(said, target)).isCloseTo(sum, within(1e-4));
    FloatTensor gradient = DiffusionLoss.gradient(said, target, 0.5);
    double before = DiffusionLoss.of(said, target);
    said.set(5, said.get(5) + 1e-2f);
    double slope = (DiffusionLoss.of(said, target) - before) / 1e-2;
    assertThat((double) gradient.get(5)).isCloseTo(slope / 2, within(1e-3));
  }

  /** Stable Diffusion's betas: squares of even steps between the roots of the first and last. */
  private static double kept(int timestep) {
    double product = 1;
    for (int t = 0; t <= timestep; t++) {
      double root = Math.sqrt(0.00085) + (Math.sqrt(0.012) - Math.sqrt(0.00085)) * t / 999;
      product *= 1 - root * root;
    }
    return product;
  }

  private FloatTensor noise(int count) {
    FloatTensor noise = FloatTensor.zeros(Shape.of(count, 2, 2, 2));
    for (int i = 0; i < noise.size(); i++) {
      noise.set(i, (float) random.nextGaussian());
    }
    return noise;
  }

  @Test
  void everyPictureComesOnceBeforeAnyComesAgain() {
    TrainingSettings settings = new TrainingSettings(4, 1, 2, 1, 0, 7, 1);
    List<Example> examples = List.of(picture("a"), picture("b"), picture("c"), picture("d"));
    for (int round = 0; round < 3; round++) {
      Set<String> seen = new HashSet<>();
      seen.addAll(Batch.of(examples, settings, 2 * round, 0, 1000).captions());
      seen.addAll(Batch.of(examples, settings, 2 * round + 1, 0, 1000).captions());
      assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", "d");
    }
  }

  private Example picture(String name) {
    return new Example(FloatTensor.zeros(Shape.of(1, 2, 2, 2)), List.of(name));
  }

  @Test
  void theWordTakesItsPlacesInACaption(@TempDir Path folder) throws IOException {
    ClipTokenizer tokenizer = ClipTokenizer.open(TinyVocabulary.write(folder));
    Captions captions = new Captions(tokenizer, 2);
    Captions.Line line = captions.line("the * cat");
    int[] plain = tokenizer.beginning("the cat");
    assertThat(line.at()).isEqualTo(2);
    assertThat(line.ids()[1]).isEqualTo(plain[1]);
    assertThat(line.ids()[4]).isEqualTo(plain[2]);
    assertThat(Arrays.copyOfRange(line.ids(), 5, 77)).isEqualTo(Arrays.copyOfRange(plain, 3, 75));
    assertThat(captions.line("the cat").at()).isEqualTo(-1);
    Captions.Line longest = captions.line("cat ".repeat(100) + "*");
    assertThat(longest.at()).isEqualTo(74);
    assertThat(longest.ids()).hasSize(77);
  }
}
