package io.github.easel.scheduler;

import java.util.stream.Stream;

class Dpm2SamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new Dpm2Sampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("KDPM2DiscreteScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new Dpm2Sampler(run.config(), run.steps());
  }
}
