package io.github.easel.scheduler;

/**
 * What a configuration says to single families of samplers; the others pay no attention.
 *
 * @param sigmas to those that walk down noise levels
 * @param solver to the solvers of higher order
 * @param flow to those of flow-matching models
 * @param distillation to those of distilled models
 * @param skipPrkSteps to PNDM: whether it leaves out its Runge-Kutta steps, as Stable Diffusion
 *     does
 */
public record SamplerConfig(
    SigmaConfig sigmas,
    SolverConfig solver,
    FlowConfig flow,
    DistillationConfig distillation,
    boolean skipPrkSteps) {

  /** What holds where a model's configuration says nothing. */
  public static SamplerConfig defaults() {
    return new SamplerConfig(
        SigmaConfig.defaults(),
        SolverConfig.defaults(),
        FlowConfig.defaults(),
        DistillationConfig.defaults(),
        false);
  }

  /** The same with other noise levels. */
  public SamplerConfig withSigmas(SigmaConfig other) {
    return new SamplerConfig(other, solver, flow, distillation, skipPrkSteps);
  }

  /** The same with another solver. */
  public SamplerConfig withSolver(SolverConfig other) {
    return new SamplerConfig(sigmas, other, flow, distillation, skipPrkSteps);
  }

  /** The same with another flow. */
  public SamplerConfig withFlow(FlowConfig other) {
    return new SamplerConfig(sigmas, solver, other, distillation, skipPrkSteps);
  }

  /** The same for a model that was distilled in another way. */
  public SamplerConfig withDistillation(DistillationConfig other) {
    return new SamplerConfig(sigmas, solver, flow, other, skipPrkSteps);
  }
}
