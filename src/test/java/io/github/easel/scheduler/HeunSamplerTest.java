package io.github.easel.scheduler;

import java.util.stream.Stream;

class HeunSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new HeunSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("HeunDiscreteScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new HeunSampler(run.config(), run.steps());
  }
}
