package io.github.easel.pipeline;

import io.github.easel.generation.Sampling;
import io.github.easel.scheduler.DdimSampler;
import io.github.easel.scheduler.DdpmSampler;
import io.github.easel.scheduler.Sampler;
import io.github.easel.scheduler.ScheduleConfig;

/** From a sampler's name to its algorithm. */
final class Samplers {

  private Samplers() {}

  static Sampler create(Sampling sampling, ScheduleConfig schedule) {
    return switch (sampling.sampler()) {
      case DDIM -> new DdimSampler(schedule, sampling.steps());
      case DDPM -> new DdpmSampler(schedule, sampling.steps());
    };
  }
}
