package io.github.easel.pipeline;

import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.SamplerConfig;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.scheduler.SigmaConfig;
import io.github.easel.scheduler.SigmaCurve;
import io.github.easel.scheduler.SolverConfig;
import io.github.easel.scheduler.SolverConfig.Algorithm;
import io.github.easel.scheduler.TimestepSpacing;
import java.util.Optional;

/** A model's schedule as a request wants it. */
final class Schedules {

  private Schedules() {}

  /** Whether the sampler can take the schedule. */
  static boolean takes(Sampling sampling) {
    return sampling.sampler().schedules().contains(sampling.schedule());
  }

  /** The model's schedule, changed as asked where the sampler can take it. */
  static ScheduleConfig of(Sampling sampling, ScheduleConfig model) {
    ScheduleKind kind = takes(sampling) ? sampling.schedule() : ScheduleKind.MODEL;
    return switch (kind) {
      case MODEL -> model;
      case KARRAS -> along(SigmaCurve.KARRAS, model);
      case EXPONENTIAL -> along(SigmaCurve.EXPONENTIAL, model);
      case BETA -> along(SigmaCurve.BETA, model);
      case ALIGN_YOUR_STEPS -> along(SigmaCurve.ALIGN_YOUR_STEPS, model);
      case TRAILING ->
          along(
              SigmaCurve.TIMESTEPS,
              model.withTimesteps(model.timesteps().withSpacing(TimestepSpacing.TRAILING)));
    };
  }

  /** The same with what a solver's name says of its algorithm. */
  static ScheduleConfig solving(SamplerKind kind, ScheduleConfig config) {
    SamplerConfig samplers = config.samplers();
    SolverConfig model = samplers.solver();
    boolean noisy =
        switch (kind) {
          case DPMPP_2M_SDE, DPMPP_2M_SDE_HEUN, DPMPP_3M_SDE, DPMPP_SDE -> true;
          default -> false;
        };
    int order =
        switch (kind) {
          case DPMPP_3M, DPMPP_3M_SDE -> 3;
          case DEIS, UNIPC -> model.order();
          default -> 2;
        };
    Optional<SolverConfig.Type> type =
        switch (kind) {
          case DPMPP_2M_SDE_HEUN -> Optional.of(SolverConfig.Type.HEUN);
          case DEIS, UNIPC -> model.type();
          default -> Optional.of(SolverConfig.Type.MIDPOINT);
        };
    SolverConfig solver =
        new SolverConfig(
            noisy ? Algorithm.SDE_DPMSOLVER_PLUS_PLUS : Algorithm.DPMSOLVER_PLUS_PLUS,
            order,
            type,
            model.lowerOrderFinal(),
            model.eulerAtFinal());
    ScheduleConfig solved = config.withSamplers(samplers.withSolver(solver));
    return config.prediction() == PredictionType.FLOW_PREDICTION ? flowing(solved) : solved;
  }

  private static ScheduleConfig along(SigmaCurve curve, ScheduleConfig config) {
    SamplerConfig samplers = config.samplers();
    return config.withSamplers(samplers.withSigmas(samplers.sigmas().withCurve(curve)));
  }

  /** With the levels of a flow, shifted as the model was trained to. */
  private static ScheduleConfig flowing(ScheduleConfig config) {
    SamplerConfig samplers = config.samplers();
    SigmaConfig sigmas = samplers.sigmas();
    double shift = sigmas.flowShift() == 1 ? samplers.flow().shift() : sigmas.flowShift();
    return config.withSamplers(
        samplers.withSigmas(
            new SigmaConfig(SigmaCurve.FLOW, sigmas.last(), sigmas.interpolation(), shift)));
  }
}
