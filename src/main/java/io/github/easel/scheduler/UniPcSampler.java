package io.github.easel.scheduler;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * UniPC, a multistep predictor, and a corrector that makes use of the next call's output (Zhao et
 * al. 2023, "UniPC: a unified predictor-corrector framework for fast sampling of diffusion models",
 * algorithms 1 and 2).
 *
 * <p>With m_0 what is integrated (the clean sample, or the noise) where the step starts, m_k that
 * of k steps before, at r_k in units of the step, m_t that of the step's end, and h the step in
 * lambda, negative for the clean sample:
 *
 * <pre>
 * plain     = sigma_t / sigma_s x - alpha_t (e^h - 1) m_0        (clean sample)
 *             alpha_t / alpha_s x - sigma_t (e^h - 1) m_0        (noise)
 * predicted = plain - w B(h) sum_k rho_k (m_k - m_0) / r_k                        (equation 8)
 * corrected = plain - w B(h) (sum_k rho_k (m_k - m_0) / r_k + rho_t (m_t - m_0))  (equation 9)
 * </pre>
 *
 * <p>where w is alpha_t or sigma_t, and {@link UniPcWeights} has rho.
 */
public final class UniPcSampler extends SolverSampler {

  private final int order;
  private final boolean lowerOrderFinal;
  private final boolean plainScale;
  private final boolean predictsClean;
  private final Set<Integer> uncorrected;

  /** The order of the last call's step, and where it started. */
  private int lastOrder;

  private float @Nullable [] lastSample;

  /**
   * A run as the configuration's {@link SolverConfig} says: by default of order 2 with B(h) = e^h -
   * 1, ending without noise, and with its last steps of lower order.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public UniPcSampler(ScheduleConfig config, int steps) {
    this(config, steps, true, Set.of());
  }

  /**
   * A run with the rarer choices.
   *
   * @param steps 1 to the number of training steps
   * @param predictsClean whether the clean sample is integrated rather than the noise, which makes
   *     the run end at the noise of the first training step; diffusers' {@code predict_x0}
   * @param uncorrected steps, from 0, that are not corrected; diffusers' {@code disable_corrector}
   * @throws IllegalArgumentException if steps is out of range
   */
  public UniPcSampler(
      ScheduleConfig config, int steps, boolean predictsClean, Set<Integer> uncorrected) {
    super(
        config,
        SigmaSchedule.solving(
            config,
            steps,
            predictsClean ? config.samplers().sigmas().last() : FinalSigma.SIGMA_MIN),
        config.samplers().solver().order());
    SolverConfig solver = config.samplers().solver();
    this.order = solver.order();
    this.lowerOrderFinal = solver.lowerOrderFinal().orElse(true);
    this.plainScale = solver.type().filter(type -> type == SolverConfig.Type.BH1).isPresent();
    this.predictsClean = predictsClean;
    this.uncorrected = Set.copyOf(uncorrected);
  }

  @Override
  float move(int call, Prediction p, History predicted) {
    float[] integrated = predictsClean ? p.clean : p.noise;
    if (lastSample == null) {
      lastSample = new float[p.sample.length];
    } else if (!uncorrected.contains(call - 1) && soundSteps(call - 1, 1) == 1) {
      correct(call - 1, integrated, p, predicted);
    }
    remember(integrated, predicted);
    System.arraycopy(p.sample, 0, lastSample, 0, lastSample.length);
    int most = lowerOrderFinal ? Math.min(order, calls() - call) : order;
    lastOrder = Math.max(1, soundSteps(call, Math.min(most, predicted.held())));
    if (lastOrder == 1) {
      plain(call, p.sample, predicted.row(0), (float) Math.expm1(way(call)));
      return 0;
    }
    UniPcWeights weights = new UniPcWeights(way(call), plainScale, places(call, lastOrder));
    differences(weights.places, weights.predictor(), p.output, predicted);
    plain(call, p.sample, predicted.row(0), weights.grown);
    add(call, weights.scale, p);
    return 0;
  }

  /** Takes the last step again, knowing what the model says where it ended. */
  private void correct(int call, float[] integrated, Prediction p, History predicted) {
    UniPcWeights weights = new UniPcWeights(way(call), plainScale, places(call, lastOrder));
    float[] rho = weights.corrector();
    differences(weights.places, rho, p.output, predicted);
    float[] m0 = predicted.row(0);
    float end = rho[rho.length - 1];
    for (int i = 0; i < m0.length; i++) {
      p.output[i] += end * (integrated[i] - m0[i]);
    }
    System.arraycopy(lastSample, 0, p.sample, 0, p.sample.length);
    plain(call, p.sample, m0, weights.grown);
    add(call, weights.scale, p);
  }

  /** The step in lambda, h: negative to integrate the clean sample. */
  private float way(int call) {
    float h = levels[call].to(levels[call + 1]);
    return predictsClean ? -h : h;
  }

  /** Where the predictions before a step lie, in units of the step, and its end, 1. */
  private float[] places(int call, int count) {
    float[] places = new float[count];
    float h = levels[call].to(levels[call + 1]);
    for (int k = 1; k < count; k++) {
      places[k - 1] = levels[call].to(levels[call - k]) / h;
    }
    places[count - 1] = 1;
    return places;
  }

  private static void differences(float[] places, float[] rho, float[] sum, History predicted) {
    Arrays.fill(sum, 0);
    float[] m0 = predicted.row(0);
    for (int k = 1; k < places.length; k++) {
      float[] m = predicted.row(k);
      float place = places[k - 1];
      float weight = rho[k - 1];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * ((m[i] - m0[i]) / place);
      }
    }
  }

  private void plain(int call, float[] x, float[] m0, float grown) {
    NoiseLevel s = levels[call];
    NoiseLevel t = levels[call + 1];
    float sampleShare = predictsClean ? t.sigma() / s.sigma() : t.alpha() / s.alpha();
    float share = weight(call) * grown;
    for (int i = 0; i < x.length; i++) {
      x[i] = sampleShare * x[i] - share * m0[i];
    }
  }

  private void add(int call, float scale, Prediction p) {
    float share = weight(call) * scale;
    for (int i = 0; i < p.sample.length; i++) {
      p.sample[i] -= share * p.output[i];
    }
  }

  private float weight(int call) {
    NoiseLevel end = levels[call + 1];
    return predictsClean ? end.alpha() : end.sigma();
  }
}
