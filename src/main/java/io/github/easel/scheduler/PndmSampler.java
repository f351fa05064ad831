package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pseudo numerical methods for diffusion models (Liu et al. 2022, "Pseudo numerical methods for
 * diffusion models on manifolds"): a linear multistep method of order 4 on the model's output,
 * started either by a repeated second call (PLMS, as latent diffusion models do) or by three
 * Runge-Kutta steps of four calls each (F-PNDM, algorithm 2).
 *
 * <p>With a = alphaBar where a step starts, b = alphaBar where it ends, and e the output, averaged
 * as equations 12 and 13 say:
 *
 * <pre>
 * x' = sqrt(b / a) x - (b - a) e / (a sqrt(1 - b) + sqrt(a (1 - a) b))     (equation 11)
 * e  = (55 e_t - 59 e_(t-1) + 37 e_(t-2) - 9 e_(t-3)) / 24                 (equation 12)
 * </pre>
 *
 * <p>There is no clean sample to be clipped.
 */
public final class PndmSampler implements Sampler {

  private final ScheduleConfig config;
  private final NoiseSchedule schedule;
  private final int[] timesteps;
  private final int stride;
  private final int rungeKuttaCalls;
  private final float finalAlphaBar;

  /** Calls made, which an image-to-image run counts from where it starts. */
  private int made;

  private @Nullable Scratch scratch;

  /** A run of the linear multistep method from the start: steps + 1 calls. */
  public PndmSampler(ScheduleConfig config, int steps) {
    this(config, steps, true);
  }

  /**
   * A run.
   *
   * @param steps 1 to the number of training steps
   * @param skipRungeKutta whether the linear multistep method starts at once; diffusers' {@code
   *     skip_prk_steps}. Otherwise steps + 9 calls are made; fewer than 4 steps leave no room for
   *     the Runge-Kutta steps and skip them anyway
   * @throws IllegalArgumentException if steps is out of range
   */
  public PndmSampler(ScheduleConfig config, int steps, boolean skipRungeKutta) {
    this.config = config;
    this.schedule = NoiseSchedule.of(config.betas());
    int[] visited = TimestepSampler.visited(config, steps);
    this.stride = schedule.trainTimesteps() / steps;
    boolean skip = skipRungeKutta || steps <= PndmTimesteps.RUNGE_KUTTA_STEPS;
    this.rungeKuttaCalls =
        skip ? 0 : PndmTimesteps.RUNGE_KUTTA_STEPS * PndmTimesteps.CALLS_PER_STEP;
    this.timesteps =
        skip
            ? PndmTimesteps.linearMultistep(visited)
            : PndmTimesteps.rungeKutta(visited, stride / 2);
    this.finalAlphaBar = config.timesteps().setAlphaToOne() ? 1 : schedule.alphaBar(0);
  }

  @Override
  public int calls() {
    return timesteps.length;
  }

  @Override
  public double timestep(int call) {
    return timesteps[call];
  }

  @Override
  public double initialNoiseSigma() {
    return 1;
  }

  @Override
  public void scaleModelInput(int call, FloatTensor sample, FloatTensor input) {
    input.set(sample);
  }

  @Override
  public void addNoise(int call, FloatTensor clean, FloatTensor noise, FloatTensor noised) {
    schedule.addNoise(timesteps[call], clean, noise, noised);
  }

  @Override
  public void step(int call, FloatTensor output, FloatTensor sample, NoiseSource noise) {
    Scratch ready = read(output, sample);
    if (made < rungeKuttaCalls) {
      rungeKutta(timesteps[call], ready);
    } else {
      linearMultistep(timesteps[call], ready);
    }
    made++;
    sample.set(ready.prediction.sample);
  }

  /** By this call's output alone, not by the average of several that the step is made of. */
  @Override
  public void predictClean(int call, FloatTensor output, FloatTensor sample, FloatTensor clean) {
    Prediction p = read(output, sample).prediction;
    float alphaBar = schedule.alphaBar(timesteps[call]);
    config.prediction().split(NoiseSchedule.sqrt(alphaBar), NoiseSchedule.sqrt(1 - alphaBar), p);
    clean.set(p.clean);
  }

  private Scratch read(FloatTensor output, FloatTensor sample) {
    Scratch ready = scratch;
    if (ready == null || ready.prediction.sample.length != sample.size()) {
      ready = new Scratch(sample.size());
      scratch = ready;
    }
    ready.prediction.read(sample, output);
    return ready;
  }

  /** One of the four calls of a Runge-Kutta step (equation 13). */
  private void rungeKutta(int timestep, Scratch s) {
    int stage = made % PndmTimesteps.CALLS_PER_STEP;
    float[] e = s.prediction.output;
    if (stage == 0) {
      System.arraycopy(e, 0, s.outputs.push(), 0, e.length);
      System.arraycopy(s.prediction.sample, 0, s.start, 0, e.length);
      Arrays.fill(s.sum, 0);
    }
    boolean outer = stage == 0 || stage == PndmTimesteps.CALLS_PER_STEP - 1;
    float weight = outer ? 1 / 6f : 1 / 3f;
    for (int i = 0; i < e.length; i++) {
      s.sum[i] += weight * e[i];
    }
    if (stage == PndmTimesteps.CALLS_PER_STEP - 1) {
      System.arraycopy(s.sum, 0, e, 0, e.length);
    }
    System.arraycopy(s.start, 0, s.prediction.sample, 0, e.length);
    int end = made % 2 == 0 ? timestep - stride / 2 : timestep;
    transfer(timesteps[made - stage], end, s.prediction);
  }

  private void linearMultistep(int timestep, Scratch s) {
    float[] e = s.prediction.output;
    boolean repeated = made == 1;
    if (made == 0) {
      System.arraycopy(s.prediction.sample, 0, s.start, 0, e.length);
    }
    if (repeated) {
      float[] first = s.outputs.row(0);
      for (int i = 0; i < e.length; i++) {
        e[i] = (e[i] + first[i]) / 2;
      }
      System.arraycopy(s.start, 0, s.prediction.sample, 0, e.length);
      transfer(timestep + stride, timestep, s.prediction);
      return;
    }
    System.arraycopy(e, 0, s.outputs.push(), 0, e.length);
    average(s.outputs, e);
    transfer(timestep, timestep - stride, s.prediction);
  }

  /** Adams and Bashforth's averages of the last one to four outputs. */
  private static void average(History outputs, float[] e) {
    float[] e0 = outputs.row(0);
    switch (outputs.held()) {
      case 1 -> {}
      case 2 -> {
        float[] e1 = outputs.row(1);
        for (int i = 0; i < e.length; i++) {
          e[i] = (3 * e0[i] - e1[i]) / 2;
        }
      }
      case 3 -> {
        float[] e1 = outputs.row(1);
        float[] e2 = outputs.row(2);
        for (int i = 0; i < e.length; i++) {
          e[i] = (23 * e0[i] - 16 * e1[i] + 5 * e2[i]) / 12;
        }
      }
      default -> {
        float[] e1 = outputs.row(1);
        float[] e2 = outputs.row(2);
        float[] e3 = outputs.row(3);
        for (int i = 0; i < e.length; i++) {
          e[i] = 1 / 24f * (55 * e0[i] - 59 * e1[i] + 37 * e2[i] - 9 * e3[i]);
        }
      }
    }
  }

  /** Equation 11, from {@code p.sample} and the averaged {@code p.output}. */
  private void transfer(int from, int to, Prediction p) {
    float a = schedule.alphaBar(from);
    float b = to >= 0 ? schedule.alphaBar(to) : finalAlphaBar;
    config.prediction().split(NoiseSchedule.sqrt(a), NoiseSchedule.sqrt(1 - a), p);
    if (a == 0) {
      // nothing but noise: equation 11 divides by a, its equal, DDIM's equation 12, does not
      float cleanShare = NoiseSchedule.sqrt(b);
      float noiseShare = NoiseSchedule.sqrt(1 - b);
      for (int i = 0; i < p.sample.length; i++) {
        p.sample[i] = cleanShare * p.clean[i] + noiseShare * p.noise[i];
      }
      return;
    }
    float sampleShare = NoiseSchedule.sqrt(b / a);
    float divisor = a * NoiseSchedule.sqrt(1 - b) + NoiseSchedule.sqrt(a * (1 - a) * b);
    for (int i = 0; i < p.sample.length; i++) {
      p.sample[i] = sampleShare * p.sample[i] - (b - a) * p.noise[i] / divisor;
    }
  }

  private static final class Scratch {

    private static final int ORDER = 4;

    private final Prediction prediction;
    private final History outputs;
    private final float[] start;
    private final float[] sum;

    Scratch(int size) {
      this.prediction = new Prediction(size);
      this.outputs = new History(ORDER, size);
      this.start = new float[size];
      this.sum = new float[size];
    }
  }
}
