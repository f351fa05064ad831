package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PndmSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new PndmSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("PNDMScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new PndmSampler(run.config(), run.steps(), run.config().samplers().skipPrkSteps());
  }

  @Test
  void startsWithARepeatedSecondCall() {
    assertThat(timesteps(new PndmSampler(ScheduleConfig.stableDiffusion(), 5)))
        .containsExactly(801, 601, 601, 401, 201, 1);
    assertThat(timesteps(new PndmSampler(ScheduleConfig.stableDiffusion(), 1))).containsExactly(1);
  }

  @Test
  void startsWithThreeStepsOfRungeKuttaIfAsked() {
    assertThat(timesteps(new PndmSampler(ScheduleConfig.stableDiffusion(), 5, false)))
        .containsExactly(801, 701, 701, 601, 601, 501, 501, 401, 401, 301, 301, 201, 201, 1);
    assertThat(timesteps(new PndmSampler(ScheduleConfig.stableDiffusion(), 3, false)))
        .containsExactly(667, 334, 334, 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void arrivesAtThePictureThatTheModelKnows(boolean skipRungeKutta) {
    FloatTensor picture = FloatTensor.of(Shape.of(3), 0.5f, -1, 0.25f);
    FloatTensor noise = FloatTensor.of(Shape.of(3), 1, -2, 0.5f);
    for (int steps : new int[] {4, 10, 50}) {
      PndmSampler sampler =
          new PndmSampler(ScheduleConfig.stableDiffusion(), steps, skipRungeKutta);
      FloatTensor sample = FloatTensor.zeros(picture.shape());
      sampler.addNoise(0, picture, noise, sample);
      for (int call = 0; call < sampler.calls(); call++) {
        sampler.step(call, noise, sample, new GoldenRun.Rows());
      }
      // it ends at the noise of the first training step
      float left = (float) Math.sqrt(1 - 0.99915);
      for (int i = 0; i < picture.size(); i++) {
        float expected = picture.get(i) * (float) Math.sqrt(0.99915) + noise.get(i) * left;
        assertThat(Math.abs(sample.get(i) - expected)).isLessThan(1e-4f);
      }
    }
  }

  /** Normally distributed data spread at a known rate. */
  @Test
  void startsBetterThanTheMethodOfFirstOrder() {
    ScheduleConfig config = ScheduleConfig.stableDiffusion();
    double first = error(new DdimSampler(config, 20), 3);
    assertThat(error(new PndmSampler(config, 20), 4)).isLessThan(0.1 * first);
    assertThat(error(new PndmSampler(config, 20, false), 12)).isLessThan(0.1 * first);
  }

  /** How far off the known value after three steps. */
  private static double error(Sampler sampler, int calls) {
    NoiseSchedule schedule = NoiseSchedule.of(ScheduleConfig.stableDiffusion().betas());
    FloatTensor sample = FloatTensor.of(Shape.of(1), (float) spread(schedule.alphaBar(951)));
    FloatTensor output = FloatTensor.zeros(sample.shape());
    for (int call = 0; call < calls; call++) {
      float alphaBar = schedule.alphaBar((int) sampler.timestep(call));
      double variance = spread(alphaBar) * spread(alphaBar);
      output.set(0, (float) (Math.sqrt(1 - alphaBar) * sample.get(0) / variance));
      sampler.step(call, output, sample, new GoldenRun.Rows());
    }
    return Math.abs(sample.get(0) - spread(schedule.alphaBar(801)));
  }

  private static double spread(float alphaBar) {
    return Math.sqrt(alphaBar * 0.25 + 1 - alphaBar);
  }

  private static int[] timesteps(Sampler sampler) {
    return IntStream.range(0, sampler.calls()).map(call -> (int) sampler.timestep(call)).toArray();
  }
}
