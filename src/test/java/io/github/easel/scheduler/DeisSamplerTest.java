package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeisSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new DeisSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("DEISMultistepScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new DeisSampler(run.config(), run.steps());
  }

  /** The closed forms of its integrals are differences of numbers 1e8 times as large there. */
  @Test
  void staysFiniteWhereStepsAreShortAndSigmaIsLarge() {
    ScheduleConfig config =
        ScheduleConfig.stableDiffusion()
            .withBetas(BetaConfig.of(BetaSchedule.LINEAR, 0.00085, 0.012).withZeroTerminalSnr(true))
            .withPrediction(PredictionType.SAMPLE)
            .withSamplers(
                SamplerConfig.defaults()
                    .withSigmas(
                        new SigmaConfig(
                            SigmaCurve.BETA, FinalSigma.ZERO, SigmaConfig.Interpolation.LINEAR, 3))
                    .withSolver(
                        new SolverConfig(
                            SolverConfig.Algorithm.DPMSOLVER,
                            3,
                            Optional.empty(),
                            Optional.empty(),
                            true)));
    Sampler sampler = new DeisSampler(config, 502);
    FloatTensor sample = FloatTensor.zeros(Shape.of(1, 4, 8, 8));
    TorchCpuRandom noise = new TorchCpuRandom(42);
    noise.fill(sample);
    FloatTensor output = FloatTensor.zeros(Shape.of(1, 4, 8, 8));
    for (int call = 0; call < sampler.calls(); call++) {
      GoldenRun.toyModel(sample, sampler.timestep(call), output);
      sampler.step(call, output, sample, noise);
    }
    // the model predicts a picture of sines; what is left is its own swing
    for (float value : sample.toArray()) {
      assertThat(value).isBetween(-100f, 100f);
    }
  }
}
