package io.github.easel.scheduler;

import java.util.stream.Stream;

class LmsSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new LmsSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("LMSDiscreteScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new LmsSampler(run.config(), run.steps(), (int) run.option("order", 4));
  }
}
