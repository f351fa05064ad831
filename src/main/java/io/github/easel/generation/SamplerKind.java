package io.github.easel.generation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The samplers by name. The algorithms themselves live in the room {@code scheduler}. */
public enum SamplerKind {
  /** Denoising diffusion implicit models, deterministic (eta 0). */
  DDIM("DDIM", Way.TIMESTEPS, List.of("DDIMScheduler")),
  /** Denoising diffusion probabilistic models: ancestral, draws noise at every step. */
  DDPM("DDPM", Way.TIMESTEPS, List.of("DDPMScheduler")),
  /** Pseudo numerical methods, without their Runge-Kutta steps; one call more than steps. */
  PNDM("PNDM", Way.TIMESTEPS, List.of("PNDMScheduler", "PLMS")),
  /** A linear multistep method of order 4. */
  LMS("LMS", Way.SIGMAS, List.of("LMSDiscreteScheduler")),
  /** Euler's method. */
  EULER("Euler", Way.SIGMAS, List.of("EulerDiscreteScheduler")),
  /** Euler's method with ancestral noise. */
  EULER_A(
      "Euler a",
      Way.SIGMAS,
      List.of("EulerAncestralDiscreteScheduler", "euler_ancestral", "Euler ancestral")),
  /** Heun's method: two calls a step. */
  HEUN("Heun", Way.SIGMAS, List.of("HeunDiscreteScheduler")),
  /** DPM-Solver-2 in Karras' terms: two calls a step. */
  DPM2("DPM2", Way.SIGMAS, List.of("KDPM2DiscreteScheduler", "kdpm_2", "dpm_2")),
  /** DPM-Solver-2 with ancestral noise. */
  DPM2_A(
      "DPM2 a",
      Way.SIGMAS,
      List.of("KDPM2AncestralDiscreteScheduler", "kdpm_2_a", "dpm_2_ancestral", "DPM2 ancestral")),
  /** DPM-Solver++ of order 2, multistep. */
  DPMPP_2M("DPM++ 2M", Way.SIGMAS, List.of("DPMSolverMultistepScheduler", "dpmpp_2m")),
  /** DPM-Solver++ of order 2, multistep, with fresh noise. */
  DPMPP_2M_SDE("DPM++ 2M SDE", Way.SIGMAS, List.of("dpmpp_2m_sde", "dpmpp_2m_sde_gpu")),
  /** The same with Heun's form of the second order. */
  DPMPP_2M_SDE_HEUN("DPM++ 2M SDE Heun", Way.SIGMAS, List.of("dpmpp_2m_sde_heun")),
  /** DPM-Solver++ of order 3, multistep. */
  DPMPP_3M("DPM++ 3M", Way.SIGMAS, List.of("dpmpp_3m")),
  /** DPM-Solver++ of order 3, multistep, with fresh noise. */
  DPMPP_3M_SDE("DPM++ 3M SDE", Way.SIGMAS, List.of("dpmpp_3m_sde", "dpmpp_3m_sde_gpu")),
  /** DPM-Solver++ of order 2, singlestep, with fresh noise. */
  DPMPP_SDE(
      "DPM++ SDE",
      Way.SIGMAS,
      List.of("DPMSolverSDEScheduler", "dpmpp_sde", "dpmpp_sde_gpu", "DPM++ 2S SDE")),
  /** DPM-Solver++ of order 2, singlestep. */
  DPMPP_2S(
      "DPM++ 2S",
      Way.SIGMAS,
      List.of("DPMSolverSinglestepScheduler", "dpmpp_2s", "DPM++ 2S a", "dpmpp_2s_ancestral")),
  /** Diffusion exponential integrator sampler. */
  DEIS("DEIS", Way.SIGMAS, List.of("DEISMultistepScheduler")),
  /** Unified predictor-corrector. */
  UNIPC("UniPC", Way.SIGMAS, List.of("UniPCMultistepScheduler", "uni_pc", "uni_pc_bh2")),
  /** For latent consistency models. */
  LCM("LCM", Way.DISTILLED, List.of("LCMScheduler")),
  /** For models distilled to consistent trajectories. */
  TCD("TCD", Way.DISTILLED, List.of("TCDScheduler")),
  /** Euler's method for flow-matching models. */
  FLOW_MATCH_EULER(
      "Flow-match Euler",
      Way.FLOW,
      List.of("FlowMatchEulerDiscreteScheduler", "FlowMatchEuler", "flow_euler"));

  /** What a sampler walks down. */
  private enum Way {
    TIMESTEPS(List.of(ScheduleKind.MODEL, ScheduleKind.TRAILING)),
    DISTILLED(List.of(ScheduleKind.MODEL)),
    FLOW(
        List.of(
            ScheduleKind.MODEL, ScheduleKind.KARRAS, ScheduleKind.EXPONENTIAL, ScheduleKind.BETA)),
    SIGMAS(List.of(ScheduleKind.values()));

    private final List<ScheduleKind> schedules;

    Way(List<ScheduleKind> schedules) {
      this.schedules = schedules;
    }
  }

  private final String label;
  private final Way way;
  private final List<String> aliases;

  SamplerKind(String label, Way way, List<String> aliases) {
    this.label = label;
    this.way = way;
    this.aliases = aliases;
  }

  /** The name as people and metadata write it. */
  public String label() {
    return label;
  }

  /** Other programs' names for the same algorithm. */
  public List<String> aliases() {
    return aliases;
  }

  /** The schedules that its steps can be spread by; {@link ScheduleKind#MODEL} always. */
  public List<ScheduleKind> schedules() {
    return way.schedules;
  }

  /**
   * The samplers that can draw with a model.
   *
   * @param flow whether it learned a flow instead of noise
   */
  public static List<SamplerKind> suitable(boolean flow) {
    List<SamplerKind> ofFlows = List.of(FLOW_MATCH_EULER, DPMPP_2M, DPMPP_3M, DPMPP_2S, UNIPC);
    return Arrays.stream(values())
        .filter(kind -> flow ? ofFlows.contains(kind) : kind != FLOW_MATCH_EULER)
        .toList();
  }

  /** Whether eta, the share of fresh noise in a step, changes what it draws. */
  public boolean takesEta() {
    return switch (this) {
      case DDIM, EULER_A, DPM2_A, TCD -> true;
      default -> false;
    };
  }

  /** The sampler of that name, whatever its case and spacing, and whatever schedule it adds. */
  public static Optional<SamplerKind> find(String name) {
    return SamplerName.find(name).map(SamplerChoice::sampler);
  }
}
