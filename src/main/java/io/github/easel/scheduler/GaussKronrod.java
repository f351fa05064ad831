package io.github.easel.scheduler;

import java.util.function.DoubleUnaryOperator;

/**
 * The Gauss-Kronrod rule of 21 points (Piessens et al. 1983, "QUADPACK: a subroutine package for
 * automatic integration", rule QK21), exact for polynomials of up to degree 31.
 */
final class GaussKronrod {

  /** The places from 1 to 0 on the interval [-1, 1]; those below 0 mirror them. */
  private static final double[] PLACES = {
    0.9956571630258081,
    0.9739065285171717,
    0.9301574913557082,
    0.8650633666889845,
    0.7808177265864169,
    0.6794095682990244,
    0.5627571346686047,
    0.4333953941292472,
    0.2943928627014602,
    0.14887433898163122,
    0
  };

  private static final double[] WEIGHTS = {
    0.011694638867371874,
    0.032558162307964725,
    0.054755896574351995,
    0.07503967481091996,
    0.0931254545836976,
    0.10938715880229764,
    0.12349197626206584,
    0.13470921731147334,
    0.14277593857706009,
    0.14773910490133849,
    0.1494455540029169
  };

  private GaussKronrod() {}

  /** The integral of a function from one end to the other. */
  static double integrate(DoubleUnaryOperator function, double from, double to) {
    double centre = (from + to) / 2;
    double half = (to - from) / 2;
    int last = PLACES.length - 1;
    double sum = WEIGHTS[last] * function.applyAsDouble(centre);
    for (int i = 0; i < last; i++) {
      double distance = half * PLACES[i];
      sum +=
          WEIGHTS[i]
              * (function.applyAsDouble(centre - distance)
                  + function.applyAsDouble(centre + distance));
    }
    return sum * half;
  }
}
