package io.github.easel.pipeline;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.scheduler.DdimSampler;
import io.github.easel.scheduler.DdpmSampler;
import io.github.easel.scheduler.DeisSampler;
import io.github.easel.scheduler.Dpm2AncestralSampler;
import io.github.easel.scheduler.Dpm2Sampler;
import io.github.easel.scheduler.DpmSolverMultistepSampler;
import io.github.easel.scheduler.DpmSolverSinglestepSampler;
import io.github.easel.scheduler.EulerAncestralSampler;
import io.github.easel.scheduler.EulerSampler;
import io.github.easel.scheduler.FinalSigma;
import io.github.easel.scheduler.FlowMatchEulerSampler;
import io.github.easel.scheduler.HeunSampler;
import io.github.easel.scheduler.LcmSampler;
import io.github.easel.scheduler.LmsSampler;
import io.github.easel.scheduler.PndmSampler;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.Sampler;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.scheduler.SigmaSchedule;
import io.github.easel.scheduler.TcdSampler;
import io.github.easel.scheduler.UniPcSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** From a sampler's name to its algorithm. */
final class Samplers {

  private Samplers() {}

  /**
   * A run of the sampler over the model.
   *
   * @throws GenerationException if the sampler does not suit the model
   */
  static Sampler create(Sampling sampling, ScheduleConfig model) {
    SamplerKind kind = sampling.sampler();
    requireSuitable(kind, model.prediction() == PredictionType.FLOW_PREDICTION);
    ScheduleConfig config = Schedules.of(sampling, model);
    int steps = sampling.steps();
    OptionalDouble eta = sampling.eta();
    return switch (kind) {
      case DDIM -> new DdimSampler(config, steps, eta.orElse(0));
      case DDPM -> new DdpmSampler(config, steps);
      // nobody samples Stable Diffusion with the Runge-Kutta steps, whatever a file forgets to say
      case PNDM -> new PndmSampler(config, steps, true);
      case LMS -> new LmsSampler(config, steps);
      case EULER -> new EulerSampler(config, steps);
      case EULER_A -> new EulerAncestralSampler(config, steps, eta.orElse(1));
      case HEUN -> new HeunSampler(config, steps);
      case DPM2 -> new Dpm2Sampler(config, steps);
      case DPM2_A -> new Dpm2AncestralSampler(config, steps, eta.orElse(1));
      case DPMPP_2M, DPMPP_3M, DPMPP_2M_SDE, DPMPP_2M_SDE_HEUN, DPMPP_3M_SDE ->
          new DpmSolverMultistepSampler(Schedules.solving(kind, config), steps);
      case DPMPP_2S, DPMPP_SDE -> singlestep(Schedules.solving(kind, config), sampling);
      case DEIS -> new DeisSampler(Schedules.solving(kind, config), steps);
      case UNIPC -> new UniPcSampler(Schedules.solving(kind, config), steps);
      case LCM -> new LcmSampler(config, steps);
      case TCD -> new TcdSampler(config, steps, eta.orElse(TcdSampler.USUAL_ETA));
      case FLOW_MATCH_EULER -> new FlowMatchEulerSampler(config, steps);
    };
  }

  /** What the user should know of wishes that the sampler cannot follow. */
  static List<Notice> notices(Sampling sampling) {
    List<Notice> notices = new ArrayList<>();
    if (!Schedules.takes(sampling)) {
      notices.add(new Notice(Notice.Kind.SCHEDULE_FALLBACK, sampling.schedule().label()));
    }
    if (sampling.eta().isPresent() && !sampling.sampler().takesEta()) {
      notices.add(new Notice(Notice.Kind.ETA_IGNORED, sampling.sampler().label()));
    }
    return notices;
  }

  /** By itself this solver pays no attention to the spacing of timesteps, but the user did ask. */
  private static Sampler singlestep(ScheduleConfig config, Sampling sampling) {
    return sampling.schedule() == ScheduleKind.TRAILING
        ? new DpmSolverSinglestepSampler(
            config, SigmaSchedule.solving(config, sampling.steps(), FinalSigma.ZERO))
        : new DpmSolverSinglestepSampler(config, sampling.steps());
  }

  private static void requireSuitable(SamplerKind kind, boolean flow) {
    List<SamplerKind> suitable = SamplerKind.suitable(flow);
    if (!suitable.contains(kind)) {
      throw new GenerationException(
          Failure.SAMPLER_UNSUITABLE,
          kind + " does not suit a model that " + (flow ? "learned a flow" : "learned no flow"),
          kind.label(),
          suitable.stream().map(SamplerKind::label).collect(Collectors.joining(", ")));
    }
  }
}
