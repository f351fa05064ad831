package io.github.easel.scheduler;

import java.util.stream.Stream;

class DpmSolverMultistepSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new DpmSolverMultistepSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("DPMSolverMultistepScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new DpmSolverMultistepSampler(run.config(), run.steps());
  }
}
