package io.github.easel.scheduler;

import java.util.Optional;

/**
 * The choices of the solvers of higher order (DPM-Solver, DEIS, UniPC).
 *
 * @param algorithm which equation DPM-Solver solves
 * @param order 1 to 3; diffusers' {@code solver_order}
 * @param type the form of the second-order step, which each solver reads in its own way
 * @param lowerOrderFinal whether the last steps of a short run are of lower order; each solver has
 *     its own custom where this is empty
 * @param eulerAtFinal whether the last step is of first order
 */
public record SolverConfig(
    Algorithm algorithm,
    int order,
    Optional<Type> type,
    Optional<Boolean> lowerOrderFinal,
    boolean eulerAtFinal) {

  /** Named as diffusers' {@code algorithm_type}: {@link #fileName()}. */
  public enum Algorithm {
    /** Lu et al. 2022, "DPM-Solver": the integral of the predicted noise. */
    DPMSOLVER("dpmsolver"),
    /** Lu et al. 2022, "DPM-Solver++": the integral of the predicted clean sample. */
    DPMSOLVER_PLUS_PLUS("dpmsolver++"),
    /** DPM-Solver with fresh noise in each step. */
    SDE_DPMSOLVER("sde-dpmsolver"),
    /** DPM-Solver++ with fresh noise in each step. */
    SDE_DPMSOLVER_PLUS_PLUS("sde-dpmsolver++");

    private final String fileName;

    Algorithm(String fileName) {
      this.fileName = fileName;
    }

    /** The name in a configuration file. */
    public String fileName() {
      return fileName;
    }
  }

  /** Named as diffusers' {@code solver_type}, in capitals. */
  public enum Type {
    /** DPM-Solver by the midpoint. */
    MIDPOINT,
    /** DPM-Solver after Heun. */
    HEUN,
    /** UniPC with B(h) = h. */
    BH1,
    /** UniPC with B(h) = e^h - 1. */
    BH2,
    /** DEIS in the logarithm of rho. */
    LOGRHO
  }

  private static final int MOST_ORDER = 3;

  public SolverConfig {
    if (order < 1 || order > MOST_ORDER) {
      throw new IllegalArgumentException("solver order " + order + " is not from 1 to 3");
    }
  }

  /** What holds where a model's configuration says nothing. */
  public static SolverConfig defaults() {
    return new SolverConfig(
        Algorithm.DPMSOLVER_PLUS_PLUS, 2, Optional.empty(), Optional.empty(), false);
  }

  /** The same solving another equation. */
  public SolverConfig withAlgorithm(Algorithm other) {
    return new SolverConfig(other, order, type, lowerOrderFinal, eulerAtFinal);
  }

  /** The same with another order. */
  public SolverConfig withOrder(int other) {
    return new SolverConfig(algorithm, other, type, lowerOrderFinal, eulerAtFinal);
  }
}
