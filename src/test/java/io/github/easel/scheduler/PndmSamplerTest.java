package io.github.easel.scheduler;

import java.util.stream.Stream;

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
}
