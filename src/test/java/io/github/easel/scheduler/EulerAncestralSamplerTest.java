package io.github.easel.scheduler;

import java.util.stream.Stream;

class EulerAncestralSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new EulerAncestralSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("EulerAncestralDiscreteScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new EulerAncestralSampler(run.config(), run.steps());
  }
}
