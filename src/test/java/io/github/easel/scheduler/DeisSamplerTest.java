package io.github.easel.scheduler;

import java.util.stream.Stream;

class DeisSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new DeisSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("DEISMultistepScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new DeisSampler(run.config(), run.steps());
  }
}
