package io.github.easel.scheduler;

import java.util.stream.Stream;

class EulerSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new EulerSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("EulerDiscreteScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new EulerSampler(run.config(), run.steps(), churn(run));
  }

  private static Churn churn(GoldenRun run) {
    return new Churn(
        run.option("s_churn", 0),
        run.option("s_tmin", 0),
        run.option("s_tmax", Double.POSITIVE_INFINITY),
        run.option("s_noise", 1));
  }
}
