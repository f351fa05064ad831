package io.github.easel.scheduler;

import io.github.easel.scheduler.SolverConfig.Algorithm;

/**
 * DPM-Solver and DPM-Solver++ with derivatives from the steps before: "DPM++ 2M" and its kin (Lu et
 * al. 2022, "DPM-Solver++: fast solver for guided sampling of diffusion probabilistic models",
 * algorithm 2 for order 2, appendix A for the stochastic forms of section 5).
 *
 * <p>With m_0, m_1 and m_2 what is integrated (the clean sample or the noise), newest first, h the
 * step in lambda, and r_0 h and r_1 h the two steps before it, the weights of {@link DpmStep} apply
 * to
 *
 * <pre>
 * constant    m_0
 * linear      D_1 = (m_0 - m_1) / r_0                                      (order 2)
 *             D_1 = A + r_0 / (r_0 + r_1) (A - B)                          (order 3)
 * quadratic   D_2 = (A - B) / (r_0 + r_1)
 *             where A = (m_0 - m_1) / r_0 and B = (m_1 - m_2) / r_1
 * </pre>
 *
 * <p>The midpoint form of order 2 weighs D_1 by half the constant's weight.
 */
public final class DpmSolverMultistepSampler extends SolverSampler {

  /** From so many steps on, the last ones are as stable as the others. */
  private static final int LONG_RUN = 15;

  private final Algorithm algorithm;
  private final int order;
  private final boolean heun;
  private final boolean lowerOrderFinal;
  private final boolean firstOrderAtLast;

  /**
   * A run as the configuration's {@link SolverConfig} says: by default DPM-Solver++, order 2,
   * midpoint, ending without noise and, if it is short, with steps of lower order.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public DpmSolverMultistepSampler(ScheduleConfig config, int steps) {
    super(
        config,
        SigmaSchedule.solving(config, steps, DpmStep.last(config)),
        config.samplers().solver().order());
    SolverConfig solver = config.samplers().solver();
    this.algorithm = solver.algorithm();
    this.order = solver.order();
    this.heun = solver.type().filter(type -> type == SolverConfig.Type.HEUN).isPresent();
    this.lowerOrderFinal = solver.lowerOrderFinal().orElse(true) && steps < LONG_RUN;
    this.firstOrderAtLast =
        solver.eulerAtFinal() || lowerOrderFinal || DpmStep.last(config) == FinalSigma.ZERO;
  }

  @Override
  float move(int call, Prediction p, History predicted) {
    remember(DpmStep.predictsClean(algorithm) ? p.clean : p.noise, predicted);
    DpmStep step = DpmStep.of(algorithm, levels[call], levels[call + 1]);
    switch (order(call, predicted.held())) {
      case 1 -> step.first(p.sample, predicted.row(0));
      case 2 -> second(call, step, p.sample, predicted);
      default -> third(call, step, p.sample, predicted);
    }
    return step.noise();
  }

  private int order(int call, int held) {
    int left = calls() - call;
    if (left == 1 && firstOrderAtLast) {
      return 1;
    }
    int most = left == 2 && lowerOrderFinal ? Math.min(2, order) : order;
    return Math.max(1, soundSteps(call, Math.min(most, held)));
  }

  private void second(int call, DpmStep step, float[] x, History predicted) {
    float r0 = lastStep(call) / levels[call].to(levels[call + 1]);
    float[] m0 = predicted.row(0);
    step.second(x, m0, m0, predicted.row(1), 1 / r0, heun ? step.linear() : step.midpoint());
  }

  private void third(int call, DpmStep step, float[] x, History predicted) {
    float h = levels[call].to(levels[call + 1]);
    float r0 = lastStep(call) / h;
    float r1 = lastStep(call - 1) / h;
    float bend = r0 / (r0 + r1);
    float[] m0 = predicted.row(0);
    float[] m1 = predicted.row(1);
    float[] m2 = predicted.row(2);
    for (int i = 0; i < x.length; i++) {
      float a = 1 / r0 * (m0[i] - m1[i]);
      float b = 1 / r1 * (m1[i] - m2[i]);
      float first = a + bend * (a - b);
      float second = 1 / (r0 + r1) * (a - b);
      x[i] = step.third(x[i], m0[i], first, second);
    }
  }

  private float lastStep(int call) {
    return levels[call - 1].to(levels[call]);
  }

  @Override
  boolean drawsNoise() {
    return DpmStep.drawsNoise(algorithm);
  }
}
