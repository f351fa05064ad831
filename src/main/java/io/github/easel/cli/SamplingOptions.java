package io.github.easel.cli;

import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** How the noise is taken away, beyond the sampler's name and its steps. */
final class SamplingOptions {

  @Option(names = "--schedule", paramLabel = "NAME", descriptionKey = "option.schedule")
  Optional<ScheduleKind> schedule = Optional.empty();

  @Option(names = "--eta", paramLabel = "X", descriptionKey = "option.eta")
  Optional<Double> eta = Optional.empty();

  /**
   * The sampling that was asked for.
   *
   * @param defaults what suits the model; its schedule and eta belong to its sampler, and do not
   *     outlive it
   */
  Sampling over(
      Sampling defaults,
      Optional<SamplerKind> sampler,
      Optional<Integer> steps,
      Optional<Double> guidance) {
    boolean same = sampler.isEmpty() || sampler.get() == defaults.sampler();
    return new Sampling(
        sampler.orElse(defaults.sampler()),
        schedule.orElse(same ? defaults.schedule() : ScheduleKind.MODEL),
        steps.orElse(defaults.steps()),
        guidance.orElse(defaults.guidanceScale()),
        eta.map(OptionalDouble::of).orElse(same ? defaults.eta() : OptionalDouble.empty()));
  }
}
