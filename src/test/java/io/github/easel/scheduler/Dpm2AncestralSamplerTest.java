package io.github.easel.scheduler;

import java.util.stream.Stream;

class Dpm2AncestralSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new Dpm2AncestralSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("KDPM2AncestralDiscreteScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new Dpm2AncestralSampler(run.config(), run.steps());
  }
}
