package io.github.easel.scheduler;

import io.github.easel.scheduler.SolverConfig.Algorithm;

/**
 * Diffusion exponential integrator sampling, multistep (Zhang and Chen 2023, "Fast sampling of
 * diffusion models with exponential integrator", equations 14 and 15: rho-AB-DEIS, with polynomials
 * in log rho).
 *
 * <p>With rho = sigma / alpha, e_0, e_1 and e_2 the noise predicted last, before and before that,
 * and s and t where the step starts and ends:
 *
 * <pre>
 * x_t / alpha_t = x_s / alpha_s + sum_i C_i e_i
 * C_i = integral from rho_s to rho_t of L_i(log rho) d rho
 * </pre>
 *
 * <p>where L_i is the Lagrange polynomial that is 1 at rho_i and 0 at the others. The integrals are
 * closed forms: those of log rho and of its square. Order 1 is DDIM.
 */
public final class DeisSampler extends SolverSampler {

  /** From so many steps on, the last ones are as stable as the others. */
  private static final int LONG_RUN = 15;

  private final int order;
  private final boolean lowerOrderFinal;

  /**
   * A run of the configuration's order (2 by default) that ends at the noise of the first training
   * step and, if it is short, with steps of lower order.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public DeisSampler(ScheduleConfig config, int steps) {
    super(
        config,
        SigmaSchedule.solving(config, steps, FinalSigma.SIGMA_MIN),
        config.samplers().solver().order());
    SolverConfig solver = config.samplers().solver();
    this.order = solver.order();
    this.lowerOrderFinal = solver.lowerOrderFinal().orElse(true) && steps < LONG_RUN;
  }

  @Override
  float move(int call, Prediction p, History predicted) {
    noiseFromClean(levels[call], p);
    remember(p.noise, predicted);
    int left = calls() - call;
    int most = lowerOrderFinal ? Math.min(order, left) : order;
    int known = Math.min(most, predicted.held());
    switch (1 + soundSteps(call - 1, known - 1)) {
      case 1 ->
          DpmStep.of(Algorithm.DPMSOLVER, levels[call], levels[call + 1])
              .first(p.sample, predicted.row(0));
      case 2 -> second(call, p.sample, predicted);
      default -> third(call, p.sample, predicted);
    }
    return 0;
  }

  private void second(int call, float[] x, History predicted) {
    float t = rho(call + 1);
    float s = rho(call);
    float s1 = rho(call - 1);
    float c0 = between(s, t, s, s1);
    float c1 = between(s, t, s1, s);
    float alpha = levels[call + 1].alpha();
    float alphaBefore = levels[call].alpha();
    float[] e0 = predicted.row(0);
    float[] e1 = predicted.row(1);
    for (int i = 0; i < x.length; i++) {
      x[i] = alpha * (x[i] / alphaBefore + c0 * e0[i] + c1 * e1[i]);
    }
  }

  private void third(int call, float[] x, History predicted) {
    float t = rho(call + 1);
    float s = rho(call);
    float s1 = rho(call - 1);
    float s2 = rho(call - 2);
    float c0 = between(s, t, s, s1, s2);
    float c1 = between(s, t, s1, s2, s);
    float c2 = between(s, t, s2, s, s1);
    float alpha = levels[call + 1].alpha();
    float alphaBefore = levels[call].alpha();
    float[] e0 = predicted.row(0);
    float[] e1 = predicted.row(1);
    float[] e2 = predicted.row(2);
    for (int i = 0; i < x.length; i++) {
      x[i] = alpha * (x[i] / alphaBefore + c0 * e0[i] + c1 * e1[i] + c2 * e2[i]);
    }
  }

  private float rho(int step) {
    return levels[step].sigma() / levels[step].alpha();
  }

  /** The integral from s to t of log(rho / c) / log(b / c). */
  private static float between(float s, float t, float b, float c) {
    return isShort(b, c)
        ? (float) (integral(t, b, c) - integral(s, b, c))
        : floatIntegral(t, b, c) - floatIntegral(s, b, c);
  }

  /** The integral from s to t of log(rho / c) log(rho / d) / (log(b / c) log(b / d)). */
  private static float between(float s, float t, float b, float c, float d) {
    return isShort(b, c) || isShort(b, d) || isShort(c, d)
        ? (float) (integral(t, b, c, d) - integral(s, b, c, d))
        : floatIntegral(t, b, c, d) - floatIntegral(s, b, c, d);
  }

  /**
   * Whether two levels are so close that float32, in which diffusers computes, loses the difference
   * of two antiderivatives: they are larger than it by the square of 1 / log(b / c), and at a sigma
   * of 4096 the rest is all rounding and makes a long run diverge.
   */
  private static boolean isShort(float b, float c) {
    return Math.abs(Math.log((double) b / c)) < 0.05;
  }

  private static double integral(double rho, double b, double c) {
    return rho * (-Math.log(c) + Math.log(rho) - 1) / Math.log(b / c);
  }

  private static double integral(double rho, double b, double c, double d) {
    double toC = Math.log(rho / c);
    double toD = Math.log(rho / d);
    return rho * (toC * toD - toC - toD + 2) / (Math.log(b / c) * Math.log(b / d));
  }

  /** An antiderivative, at rho, of log(rho / c) / log(b / c). */
  private static float floatIntegral(float rho, float b, float c) {
    float logB = NumpyFloat.log(b);
    float logC = NumpyFloat.log(c);
    return rho * (-logC + NumpyFloat.log(rho) - 1) / (logB - logC);
  }

  /** An antiderivative, at rho, of log(rho / c) log(rho / d) / (log(b / c) log(b / d)). */
  private static float floatIntegral(float rho, float b, float c, float d) {
    float log = NumpyFloat.log(rho);
    float logB = NumpyFloat.log(b);
    float logC = NumpyFloat.log(c);
    float logD = NumpyFloat.log(d);
    float whole = rho * (logC * (logD - log + 1) - logD * log + logD + log * log - 2 * log + 2);
    return whole / ((logB - logC) * (logB - logD));
  }
}
