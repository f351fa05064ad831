package io.github.easel.scheduler;

import java.util.stream.Stream;

class FlowMatchEulerSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new FlowMatchEulerSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("FlowMatchEulerDiscreteScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new FlowMatchEulerSampler(run.config(), run.steps());
  }

  @Override
  PredictionType meaning(ScheduleConfig config) {
    return PredictionType.FLOW_PREDICTION;
  }
}
