package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdimSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new DdimSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("DDIMScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new DdimSampler(run.config(), run.steps(), run.eta());
  }

  @Test
  void findsThePictureOfAModelThatKnowsTheNoise() {
    Shape shape = Shape.of(3);
    FloatTensor clean = FloatTensor.of(shape, 0.5f, -1, 0.25f);
    FloatTensor noise = FloatTensor.of(shape, 1, -2, 0.5f);
    ScheduleConfig config =
        ScheduleConfig.stableDiffusion()
            .withTimesteps(new TimestepConfig(TimestepSpacing.TRAILING, 0, true));
    DdimSampler sampler = new DdimSampler(config, 5);
    FloatTensor sample = FloatTensor.zeros(shape);
    NoiseSchedule.of(config.betas()).addNoise(999, clean, noise, sample);
    for (int call = 0; call < sampler.calls(); call++) {
      sampler.step(call, noise, sample, new GoldenRun.Rows());
    }
    assertThat(sample.toArray())
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(clean.toArray());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesOtherEtas(double eta) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DdimSampler(ScheduleConfig.stableDiffusion(), 4, eta))
        .withMessage("Eta %s: choose a number from 0 to 1.", eta);
  }
}
