package io.github.easel.scheduler;

import java.util.stream.Stream;

class DpmSolverSinglestepSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new DpmSolverSinglestepSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("DPMSolverSinglestepScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new DpmSolverSinglestepSampler(run.config(), run.steps());
  }
}
