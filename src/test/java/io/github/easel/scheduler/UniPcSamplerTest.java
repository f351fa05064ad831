package io.github.easel.scheduler;

import java.util.stream.Stream;

class UniPcSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new UniPcSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("UniPCMultistepScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new UniPcSampler(run.config(), run.steps());
  }
}
