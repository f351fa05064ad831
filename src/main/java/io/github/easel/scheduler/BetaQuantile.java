package io.github.easel.scheduler;

/**
 * Quantiles of the beta distribution with both parameters a = 0.6, to about 1e-14.
 *
 * <p>The distribution function is the regularized incomplete beta function, here by its power
 * series (NIST Digital Library of Mathematical Functions, 8.17.7 and 15.2.1):
 *
 * <pre>I(x) = x^a / (a B) (1 + sum over k of a / (a + k) (1-a)(2-a)...(k-a) / k! x^k)</pre>
 *
 * <p>Newton's method runs in y = x^a, in which I is nearly a straight line, and convex, so that it
 * comes down to the root from the first guess y = p a B without overshooting.
 */
final class BetaQuantile {

  private static final double A = 0.6;

  /** B(0.6, 0.6) = Gamma(0.6)^2 / Gamma(1.2). */
  private static final double B = 2.4153442080024723;

  private static final int MOST_TERMS = 80;
  private static final int MOST_ROUNDS = 40;

  private BetaQuantile() {}

  /**
   * The value that a share of the distribution lies under.
   *
   * @param p the share, 0 to 1
   */
  static double of(double p) {
    return p <= 0.5 ? lower(p) : 1 - lower(1 - p);
  }

  /** For p to 0.5, where x is to 0.5 too and the series converges fast. */
  private static double lower(double p) {
    if (p <= 0) {
      return 0;
    }
    double y = p * A * B;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double x = Math.pow(y, 1 / A);
      // dI/dy = (1 - x)^(a-1) / (a B)
      double slope = Math.pow(1 - x, A - 1) / (A * B);
      double change = (y * series(x) / (A * B) - p) / slope;
      y -= change;
      if (Math.abs(change) <= 1e-16 * y) {
        break;
      }
    }
    return Math.pow(y, 1 / A);
  }

  private static double series(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; k < MOST_TERMS; k++) {
      term *= (k - A) / k * x;
      double added = term * A / (A + k);
      sum += added;
      if (added < 1e-17 * sum) {
        break;
      }
    }
    return sum;
  }
}
