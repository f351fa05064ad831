package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DdpmSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new DdpmSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("DDPMScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new DdpmSampler(run.config(), run.steps());
  }

  @Test
  void addsMoreNoiseWithTheLargeVariance() {
    assertThat(firstStep(VarianceType.FIXED_LARGE))
        .isGreaterThan(firstStep(VarianceType.FIXED_SMALL));
    assertThat(firstStep(VarianceType.FIXED_SMALL_LOG))
        .isEqualTo(firstStep(VarianceType.FIXED_SMALL));
    assertThat(firstStep(VarianceType.FIXED_LARGE_LOG))
        .isEqualTo(firstStep(VarianceType.FIXED_LARGE));
  }

  /** What a step makes of a sample and an output of 0 each: nothing but noise. */
  private static float firstStep(VarianceType variance) {
    FloatTensor sample = FloatTensor.zeros(Shape.of(16));
    DdpmSampler sampler =
        new DdpmSampler(ScheduleConfig.stableDiffusion().withVariance(variance), 10);
    sampler.step(0, FloatTensor.zeros(Shape.of(16)), sample, new GoldenRun.Rows());
    return sample.get(0);
  }
}
