package io.github.easel.scheduler;

import java.util.stream.Stream;

class LcmSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new LcmSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("LCMScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new LcmSampler(run.config(), run.steps());
  }
}
