package io.github.easel.scheduler;

import java.util.stream.Stream;

class TcdSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new TcdSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("TCDScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new TcdSampler(run.config(), run.steps());
  }
}
