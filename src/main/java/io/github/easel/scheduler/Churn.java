package io.github.easel.scheduler;

/**
 * The fresh noise of Karras et al. 2022 ("Elucidating the design space of diffusion-based
 * generative models", algorithm 2), with the names of the paper.
 *
 * @param churn S_churn, from 0 (none): how much noise in all
 * @param least S_tmin: the least noise level that gets any
 * @param most S_tmax: the greatest noise level that gets any
 * @param noise S_noise: the standard deviation of what is added
 */
public record Churn(double churn, double least, double most, double noise) {

  private static final double MOST_GAMMA = Math.sqrt(2) - 1;

  public Churn {
    if (!(churn >= 0 && least >= 0 && most >= least && noise >= 0)) {
      throw new IllegalArgumentException(
          "churn %s from %s to %s of noise %s".formatted(churn, least, most, noise));
    }
  }

  /** No fresh noise. */
  public static Churn none() {
    return new Churn(0, 0, Double.POSITIVE_INFINITY, 1);
  }

  /** The share by which a noise level is raised. */
  double gamma(float sigma, int steps) {
    return sigma >= least && sigma <= most ? Math.min(churn / steps, MOST_GAMMA) : 0;
  }
}
