package io.github.easel.scheduler;

import io.github.easel.scheduler.SolverConfig.Algorithm;
import org.jspecify.annotations.Nullable;

/**
 * DPM-Solver and DPM-Solver++ with derivatives from within the step: "DPM++ 2S" and, with fresh
 * noise, "DPM++ SDE" (Lu et al. 2022, "DPM-Solver", algorithms 1 and 2; "DPM-Solver++", algorithm
 * 1). A step of order k spans k noise levels and takes k calls. Each of these calls starts again
 * from the sample where the step started, and reaches its level with what is known by then.
 *
 * <p>With m_0, m_1 and m_2 what is integrated (the clean sample or the noise), newest first, h the
 * way in lambda from the step's start, and r_0 h and r_1 h the ways to where m_0 and m_1 belong,
 * the weights of {@link DpmStep} apply to
 *
 * <pre>
 * order 2   constant   m_1
 *           linear     D_1 = (m_0 - m_1) / r_0
 * order 3   constant   m_2
 *           linear     B (midpoint), or D_1 = (r_0 A - r_1 B) / (r_0 - r_1) (Heun)
 *           quadratic  nothing (midpoint), or D_2 = 2 (B - A) / (r_0 - r_1) (Heun)
 *           where A = (m_1 - m_2) / r_1 and B = (m_0 - m_2) / r_0
 * </pre>
 */
public final class DpmSolverSinglestepSampler extends SolverSampler {

  private final Algorithm algorithm;
  private final boolean heun;
  private final int[] orders;
  private float @Nullable [] start;

  /**
   * A run as the configuration's {@link SolverConfig} says: by default DPM-Solver++, order 2,
   * midpoint, ending without noise.
   *
   * @param steps calls of the model, 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public DpmSolverSinglestepSampler(ScheduleConfig config, int steps) {
    this(config, SigmaSchedule.solving(evenly(config), steps, DpmStep.last(config)));
  }

  /** A run down noise levels of the caller's choice. */
  public DpmSolverSinglestepSampler(ScheduleConfig config, SigmaSchedule schedule) {
    super(config, schedule, config.samplers().solver().order());
    SolverConfig solver = config.samplers().solver();
    this.algorithm = solver.algorithm();
    this.heun = solver.type().filter(type -> type == SolverConfig.Type.HEUN).isPresent();
    this.orders = orders(solver, schedule.steps(), schedule.sigma(schedule.steps()) == 0);
  }

  /** As in diffusers, a model's spacing of timesteps is nothing to this solver. */
  private static ScheduleConfig evenly(ScheduleConfig config) {
    return config.withTimesteps(config.timesteps().withSpacing(TimestepSpacing.LINSPACE));
  }

  /** The order of each call's result: 1, then 2, then 3, for each step of order 3. */
  static int[] orders(SolverConfig solver, int steps, boolean endsWithoutNoise) {
    int order = solver.order();
    int[] orders = new int[steps];
    for (int call = 0; call < steps; call++) {
      orders[call] = call % order + 1;
    }
    boolean lowerOrderFinal =
        solver.lowerOrderFinal().orElse(false) || endsWithoutNoise || steps % order != 0;
    if (endsWithoutNoise || (lowerOrderFinal && steps % order == 0)) {
      orders[steps - 1] = 1;
    }
    return orders;
  }

  @Override
  float move(int call, Prediction p, History predicted) {
    remember(DpmStep.predictsClean(algorithm) ? p.clean : p.noise, predicted);
    // a run that starts in the middle of a step has nothing to go back to
    int order = Math.min(orders[call], predicted.held());
    if (start == null || order == 1) {
      start = start == null ? p.sample.clone() : start;
      System.arraycopy(p.sample, 0, start, 0, start.length);
    }
    System.arraycopy(start, 0, p.sample, 0, start.length);
    NoiseLevel from = levels[call + 1 - order];
    DpmStep step = DpmStep.of(algorithm, from, levels[call + 1]);
    float h = from.to(levels[call + 1]);
    float r0 = from.to(levels[call]) / h;
    switch (order) {
      case 1 -> step.first(p.sample, predicted.row(0));
      case 2 -> {
        float[] m1 = predicted.row(1);
        float weight = heun ? step.linear() : step.midpoint();
        step.second(p.sample, m1, predicted.row(0), m1, 1 / r0, weight);
      }
      default -> third(step, r0, from.to(levels[call - 1]) / h, p.sample, predicted);
    }
    return step.noise();
  }

  private void third(DpmStep step, float r0, float r1, float[] x, History predicted) {
    float[] m0 = predicted.row(0);
    float[] m1 = predicted.row(1);
    float[] m2 = predicted.row(2);
    if (!heun) {
      step.second(x, m2, m0, m2, 1 / r0, step.linear());
      return;
    }
    for (int i = 0; i < x.length; i++) {
      float a = 1 / r1 * (m1[i] - m2[i]);
      float b = 1 / r0 * (m0[i] - m2[i]);
      float first = (r0 * a - r1 * b) / (r0 - r1);
      float second = 2 * (b - a) / (r0 - r1);
      x[i] = step.third(x[i], m2[i], first, second);
    }
  }

  @Override
  boolean drawsNoise() {
    return DpmStep.drawsNoise(algorithm);
  }
}
