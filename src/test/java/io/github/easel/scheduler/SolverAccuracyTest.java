package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.random.TorchCpuRandom;
import io.github.easel.scheduler.SolverConfig.Algorithm;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Normally distributed data have a flow whose end is known: x grows as its standard deviation does,
 * sqrt(alpha^2 s^2 + sigma^2). Solvers of higher order come closer to it.
 */
class SolverAccuracyTest {

  private static final double DEVIATION = 0.5;
  private static final int STEPS = 24;

  @ParameterizedTest
  @CsvSource({
    "DPMSOLVER, MIDPOINT",
    "DPMSOLVER, HEUN",
    "DPMSOLVER_PLUS_PLUS, MIDPOINT",
    "DPMSOLVER_PLUS_PLUS, HEUN"
  })
  void gainsFromEachOrderOfDpmSolver(Algorithm algorithm, SolverConfig.Type type) {
    gains(order -> new DpmSolverMultistepSampler(config(algorithm, type, order), STEPS));
    gains(order -> new DpmSolverSinglestepSampler(config(algorithm, type, order), STEPS));
  }

  @ParameterizedTest
  @EnumSource(
      value = SolverConfig.Type.class,
      names = {"BH1", "BH2"})
  void gainsFromEachOrderOfUniPc(SolverConfig.Type type) {
    for (boolean clean : new boolean[] {true, false}) {
      gains(
          order ->
              new UniPcSampler(
                  config(Algorithm.DPMSOLVER_PLUS_PLUS, type, order), 2 * STEPS, clean, Set.of()));
    }
  }

  @Test
  void gainsFromEachOrderOfDeis() {
    gains(
        order ->
            new DeisSampler(config(Algorithm.DPMSOLVER, SolverConfig.Type.LOGRHO, order), STEPS));
  }

  @Test
  void gainsFromTheCorrector() {
    ScheduleConfig config = config(Algorithm.DPMSOLVER_PLUS_PLUS, SolverConfig.Type.BH2, 2);
    Set<Integer> all = Set.copyOf(IntStream.range(0, STEPS).boxed().toList());
    assertThat(error(new UniPcSampler(config, STEPS)))
        .isLessThan(0.5 * error(new UniPcSampler(config, STEPS, true, all)));
  }

  @Test
  void gainsFromPndm() {
    ScheduleConfig config = config(Algorithm.DPMSOLVER, SolverConfig.Type.MIDPOINT, 1);
    double euler = error(new DdimSampler(config, STEPS));
    assertThat(error(new PndmSampler(config, STEPS))).isLessThan(0.5 * euler);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"SDE_DPMSOLVER", "SDE_DPMSOLVER_PLUS_PLUS"})
  void keepsTheSpreadOfDataWithFreshNoise(Algorithm algorithm) {
    for (SolverConfig.Type type :
        new SolverConfig.Type[] {SolverConfig.Type.MIDPOINT, SolverConfig.Type.HEUN}) {
      for (int order = 1; order <= 3; order++) {
        ScheduleConfig config = config(algorithm, type, order);
        spread(new DpmSolverMultistepSampler(config, 200), 0.02);
        if (order < 3) {
          spread(new DpmSolverSinglestepSampler(config, 200), 0.05);
        }
      }
    }
  }

  private static void spread(Sampler sampler, double tolerance) {
    FloatTensor first = FloatTensor.zeros(Shape.of(40_000));
    new TorchCpuRandom(11).fill(first);
    float[] last = Oracle.run(sampler, PredictionType.EPSILON, Oracle.normal(DEVIATION), first, 0);
    assertThat(Oracle.deviation(last)).isCloseTo(DEVIATION, within(tolerance * DEVIATION));
  }

  private static void gains(Function<Integer, Sampler> solvers) {
    double first = error(solvers.apply(1));
    double second = error(solvers.apply(2));
    double third = error(solvers.apply(3));
    assertThat(second).isLessThan(0.5 * first);
    assertThat(third).isLessThan(0.9 * second);
  }

  /** How far off the known end, from where the run ends to where it began. */
  private static double error(Sampler sampler) {
    float[] last =
        Oracle.run(
            sampler,
            PredictionType.EPSILON,
            Oracle.normal(DEVIATION),
            Oracle.filled(1, (float) spreadAt(sampler, 0)),
            0);
    NoiseSchedule schedule = NoiseSchedule.of(ScheduleConfig.stableDiffusion().betas());
    double alphaBar = schedule.alphaBar(0);
    double expected = Math.sqrt(alphaBar * DEVIATION * DEVIATION + 1 - alphaBar);
    return Math.abs(last[0] - expected);
  }

  private static double spreadAt(Sampler sampler, int call) {
    double clean = Oracle.share(sampler, call, 1, 0) * DEVIATION;
    double noise = Oracle.share(sampler, call, 0, 1);
    return Math.sqrt(clean * clean + noise * noise);
  }

  private static ScheduleConfig config(Algorithm algorithm, SolverConfig.Type type, int order) {
    SolverConfig solver =
        new SolverConfig(algorithm, order, Optional.of(type), Optional.of(false), false);
    SigmaConfig sigmas =
        new SigmaConfig(SigmaCurve.LU, FinalSigma.SIGMA_MIN, SigmaConfig.Interpolation.LINEAR, 1);
    return ScheduleConfig.stableDiffusion()
        .withSamplers(SamplerConfig.defaults().withSolver(solver).withSigmas(sigmas));
  }
}
