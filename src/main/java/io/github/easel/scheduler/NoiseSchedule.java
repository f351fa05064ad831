package io.github.easel.scheduler;

import io.github.easel.tensor.FloatTensor;
import java.nio.FloatBuffer;

/**
 * How much of a picture is left after each training step. Immutable.
 *
 * <p>With alpha_t = 1 - beta_t, alphaBar_t is the product of alpha_0 to alpha_t, and a noised
 * picture is x_t = sqrt(alphaBar_t) x_0 + sqrt(1 - alphaBar_t) e, e standard normal (Ho et al.
 * 2020, "Denoising diffusion probabilistic models", equation 4).
 *
 * <p>Rounded to single precision where torch rounds: the running product is double, everything else
 * is single.
 */
public final class NoiseSchedule {

  private final float[] alphaBars;

  private NoiseSchedule(float[] alphaBars) {
    this.alphaBars = alphaBars;
  }

  /** The schedule of a model. */
  public static NoiseSchedule of(BetaConfig config) {
    float[] betas = config.betas();
    float[] alphaBars = alphaBars(betas);
    if (config.zeroTerminalSnr()) {
      alphaBars = alphaBars(withoutTerminalSignal(alphaBars));
    }
    return new NoiseSchedule(alphaBars);
  }

  public int trainTimesteps() {
    return alphaBars.length;
  }

  /**
   * alphaBar, the share of the picture's variance that is left: from nearly 1 down to 0.
   *
   * @param timestep 0 to trainTimesteps - 1
   */
  public float alphaBar(int timestep) {
    return alphaBars[timestep];
  }

  /**
   * Writes the picture as it is at a timestep: where img2img starts.
   *
   * @param timestep 0 to trainTimesteps - 1
   * @param noised receives the result; may be one of the other two
   */
  public void addNoise(int timestep, FloatTensor clean, FloatTensor noise, FloatTensor noised) {
    float a = sqrt(alphaBars[timestep]);
    float s = sqrt(1 - alphaBars[timestep]);
    FloatBuffer x = clean.buffer();
    FloatBuffer e = noise.buffer();
    FloatBuffer out = noised.buffer();
    for (int i = 0; i < clean.size(); i++) {
      out.put(i, a * x.get(i) + s * e.get(i));
    }
  }

  static float sqrt(float value) {
    return (float) Math.sqrt(value);
  }

  private static float[] alphaBars(float[] betas) {
    float[] products = new float[betas.length];
    double product = 1;
    for (int i = 0; i < betas.length; i++) {
      product *= 1 - betas[i];
      products[i] = (float) product;
    }
    return products;
  }

  /**
   * Betas whose last alphaBar is 0 (Lin et al. 2024, "Common diffusion noise schedules and sample
   * steps are flawed", algorithm 1): sqrt(alphaBar) is moved and scaled so that the first stays and
   * the last becomes 0.
   */
  private static float[] withoutTerminalSignal(float[] alphaBars) {
    int count = alphaBars.length;
    float first = sqrt(alphaBars[0]);
    float last = sqrt(alphaBars[count - 1]);
    float scale = first == last ? 0 : first / (first - last);
    float[] betas = new float[count];
    float previous = 1;
    for (int i = 0; i < count; i++) {
      float root = (sqrt(alphaBars[i]) - last) * scale;
      float alphaBar = root * root;
      betas[i] = 1 - alphaBar / previous;
      previous = alphaBar;
    }
    return betas;
  }
}
