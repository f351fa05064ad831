package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model trained to zero terminal signal sees nothing at its first call and something at the next.
 * That it changes its mind must not throw the sample far off.
 */
class BlindStartTest {

  private static final int STEPS = 8;
  private static final ScheduleConfig CONFIG =
      ScheduleConfig.stableDiffusion()
          .withBetas(ScheduleConfig.stableDiffusion().betas().withZeroTerminalSnr(true))
          .withPrediction(PredictionType.V_PREDICTION)
          .withTimesteps(
              ScheduleConfig.stableDiffusion().timesteps().withSpacing(TimestepSpacing.TRAILING));

  static Stream<Supplier<Sampler>> samplers() {
    return Stream.of(
        () -> new EulerSampler(CONFIG, STEPS),
        () -> new HeunSampler(CONFIG, STEPS),
        () -> new Dpm2Sampler(CONFIG, STEPS),
        () -> new Dpm2AncestralSampler(CONFIG, STEPS, 1));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void itsFirstStepEndsAtTheNextNoiseLevel(Supplier<Sampler> made) {
    Sampler sampler = made.get();
    Shape shape = Shape.of(1, 4, 16, 16);
    FloatTensor sample = FloatTensor.zeros(shape);
    FloatTensor input = FloatTensor.zeros(shape);
    FloatTensor output = FloatTensor.zeros(shape);
    TorchCpuRandom noise = new TorchCpuRandom(1);
    noise.fill(sample);
    for (int i = 0; i < sample.size(); i++) {
      sample.set(i, (float) (sample.get(i) * sampler.initialNoiseSigma()));
    }

    int callsOfAStep = sampler.calls() > STEPS ? 2 : 1;
    for (int call = 0; call < callsOfAStep; call++) {
      sampler.scaleModelInput(call, sample, input);
      double scale = sample.get(0) / input.get(0);
      predict(scale, call, sample, output);
      sampler.step(call, output, sample, noise);
    }

    sampler.scaleModelInput(callsOfAStep, sample, input);
    double next = Math.sqrt(Math.pow(sample.get(0) / input.get(0), 2) - 1);
    assertThat(deviation(sample)).isBetween(0.8 * next, 1.2 * next);
  }

  /**
   * The velocity of a model that takes the picture for all 0 at first and for all 1 later (Salimans
   * and Ho 2022, "Progressive distillation": x_0 = alpha x - sigma v).
   *
   * @param scale sqrt(sigma^2 + 1)
   */
  private static void predict(double scale, int call, FloatTensor sample, FloatTensor output) {
    double sigma = Math.sqrt(scale * scale - 1);
    for (int i = 0; i < sample.size(); i++) {
      double clean = call == 0 ? 0 : 1;
      output.set(i, (float) ((sample.get(i) / (scale * scale) - clean) * scale / sigma));
    }
  }

  /** About 0, which the first noise is. */
  private static double deviation(FloatTensor sample) {
    double squares = 0;
    for (int i = 0; i < sample.size(); i++) {
      squares += sample.get(i) * sample.get(i);
    }
    return Math.sqrt(squares / sample.size());
  }
}
