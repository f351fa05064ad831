package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** The solvers of higher order with every choice that a configuration has. */
class SolverPropertyTest {

  private static final Shape SHAPE = Shape.of(1, 4, 2, 2);

  /** Which sampler, by name for the report of a failure. */
  enum Solver {
    MULTISTEP,
    SINGLESTEP,
    DEIS,
    UNIPC,
    UNIPC_OF_NOISE,
    PLMS,
    PNDM,
    LCM,
    TCD;

    /** Whether the picture can be told from what the solver integrates. */
    boolean canKnow(ScheduleConfig config) {
      // where next to nothing is left of the picture, its noise tells nothing of it
      boolean allNoise =
          config.betas().zeroTerminalSnr()
              || config.betas().schedule() == BetaSchedule.SQUAREDCOS_CAP_V2;
      return switch (this) {
        case MULTISTEP, SINGLESTEP ->
            switch (config.samplers().solver().algorithm()) {
              case DPMSOLVER_PLUS_PLUS, SDE_DPMSOLVER_PLUS_PLUS -> true;
              case DPMSOLVER -> !allNoise;
              // the noise that is predicted in a long step is not the fresh one at its end
              case SDE_DPMSOLVER -> false;
            };
        case DEIS, UNIPC_OF_NOISE -> !allNoise;
        case UNIPC -> true;
        // PNDM is told of levels that it does not walk on, but for leading timesteps
        case PLMS, PNDM -> false;
        case LCM, TCD ->
            config.prediction() != PredictionType.FLOW_PREDICTION
                && !(allNoise && config.prediction() == PredictionType.EPSILON);
      };
    }

    Sampler create(ScheduleConfig config, int steps) {
      return switch (this) {
        case MULTISTEP -> new DpmSolverMultistepSampler(config, steps);
        case SINGLESTEP -> new DpmSolverSinglestepSampler(config, steps);
        case DEIS -> new DeisSampler(config, steps);
        case UNIPC -> new UniPcSampler(config, steps);
        case UNIPC_OF_NOISE -> new UniPcSampler(config, steps, false, Set.of(0));
        case PLMS -> new PndmSampler(config, steps, true);
        case PNDM -> new PndmSampler(config, steps, false);
        case LCM -> new LcmSampler(config, steps);
        case TCD -> new TcdSampler(config, steps);
      };
    }
  }

  @Property(tries = 300)
  void staysFinite(
      @ForAll Solver solver, @ForAll("configs") ScheduleConfig config, @ForAll("steps") int steps) {
    Sampler sampler = solver.create(config, steps);
    FloatTensor sample = FloatTensor.zeros(SHAPE);
    TorchCpuRandom noise = new TorchCpuRandom(42);
    noise.fill(sample);
    FloatTensor output = FloatTensor.zeros(SHAPE);
    for (int call = 0; call < sampler.calls(); call++) {
      GoldenRun.toyModel(sample, sampler.timestep(call), output);
      sampler.step(call, output, sample, noise);
      for (float value : sample.toArray()) {
        assertThat(value).as("after call %d of %d", call, sampler.calls()).isFinite();
      }
    }
  }

  @Property(tries = 300)
  void arrivesAtThePictureThatTheModelKnows(
      @ForAll Solver solver,
      @ForAll("configs") ScheduleConfig config,
      @ForAll("steps") int steps,
      @ForAll @DoubleRange(min = 0, max = 0.9) double skipped) {
    Assume.that(solver.canKnow(config));
    Sampler sampler = solver.create(config, steps);
    int start = sampler.firstCall((int) (skipped * steps));
    FloatTensor picture = FloatTensor.zeros(SHAPE);
    new TorchCpuRandom(5).fill(picture);
    FloatTensor first = Oracle.noised(sampler, start, picture);
    float[] last = Oracle.run(sampler, config.prediction(), Oracle.picture(picture), first, start);
    double left =
        sampler instanceof SolverSampler levelled
            ? levelled.levels[sampler.calls()].sigma()
            : Math.sqrt(1 - NoiseSchedule.of(config.betas()).alphaBar(0));
    for (int i = 0; i < last.length; i++) {
      assertThat((double) last[i]).isCloseTo(picture.get(i), within(0.01 + 8 * left));
    }
  }

  @Provide
  Arbitrary<Integer> steps() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 60), Arbitraries.integers().between(1, 1000));
  }

  @Provide
  Arbitrary<ScheduleConfig> configs() {
    Arbitrary<SigmaConfig> sigmas =
        Combinators.combine(Arbitraries.of(SigmaCurve.class), Arbitraries.of(FinalSigma.class))
            .as((curve, last) -> new SigmaConfig(curve, last, SigmaConfig.Interpolation.LINEAR, 3));
    Arbitrary<SolverConfig> solvers =
        Combinators.combine(
                Arbitraries.of(SolverConfig.Algorithm.class),
                Arbitraries.integers().between(1, 3),
                Arbitraries.of(SolverConfig.Type.class).optional(),
                Arbitraries.of(true, false).optional(),
                Arbitraries.of(true, false))
            .as(SolverConfig::new);
    return Combinators.combine(
            sigmas,
            solvers,
            Arbitraries.of(BetaSchedule.class),
            Arbitraries.of(
                PredictionType.EPSILON, PredictionType.SAMPLE, PredictionType.V_PREDICTION),
            Arbitraries.of(TimestepSpacing.class).optional(),
            Arbitraries.of(true, false))
        .as(SolverPropertyTest::config);
  }

  private static ScheduleConfig config(
      SigmaConfig sigmas,
      SolverConfig solver,
      BetaSchedule betas,
      PredictionType prediction,
      Optional<TimestepSpacing> spacing,
      boolean zeroSnr) {
    boolean flow = sigmas.curve() == SigmaCurve.FLOW;
    return ScheduleConfig.stableDiffusion()
        .withBetas(BetaConfig.of(betas, 0.00085, 0.012).withZeroTerminalSnr(zeroSnr))
        .withPrediction(flow ? PredictionType.FLOW_PREDICTION : prediction)
        .withTimesteps(new TimestepConfig(spacing, 1, false))
        .withSamplers(SamplerConfig.defaults().withSigmas(sigmas).withSolver(solver));
  }
}
