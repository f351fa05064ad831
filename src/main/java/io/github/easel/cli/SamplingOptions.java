package io.github.easel.cli;

import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the noise is taken away, beyond the sampler's name and its steps. */
final class SamplingOptions {

  @Option(names = "--schedule", paramLabel = "NAME", descriptionKey = "option.schedule")
  Optional<ScheduleKind> schedule = Optional.empty();

  @Option(names = "--eta", paramLabel = "X", descriptionKey = "option.eta")
  Optional<Double> eta = Optional.empty();

  @Mixin private final EconomyOptions economy = new EconomyOptions();

  /**
   * The sampling that was asked for. A schedule told apart stands over one in the sampler's name.
   *
   * @param defaults what suits the model; its schedule and eta belong to its sampler, and do not
   *     outlive it; a schedule told apart stands over one in the sampler's name
   */
  Sampling over(
      Sampling defaults,
      Optional<SamplerChoice> sampler,
      Optional<Integer> steps,
      Optional<Double> guidance) {
    SamplerChoice choice =
        sampler.orElse(new SamplerChoice(defaults.sampler(), defaults.schedule()));
    boolean same = choice.sampler() == defaults.sampler();
    boolean scheduled = choice.schedule() != ScheduleKind.MODEL;
    return new Sampling(
        choice.sampler(),
        schedule.orElse(same && !scheduled ? defaults.schedule() : choice.schedule()),
        steps.orElse(defaults.steps()),
        guidance.orElse(defaults.guidanceScale()),
        eta.map(OptionalDouble::of).orElse(same ? defaults.eta() : OptionalDouble.empty()),
        economy.over(defaults.economy()));
  }
}
