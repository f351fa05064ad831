package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DpmSolverSinglestepSamplerTest extends SamplerContract {

  @Override
  Sampler create(ScheduleConfig config, int steps) {
    return new DpmSolverSinglestepSampler(config, steps);
  }

  @Override
  Stream<GoldenRun> goldenRuns() {
    return GoldenRun.of("DPMSolverSinglestepScheduler");
  }

  @Override
  Sampler create(GoldenRun run) {
    return new DpmSolverSinglestepSampler(run.config(), run.steps());
  }

  @ParameterizedTest
  @CsvSource({
    "3, true, 6, false, 123121",
    "3, true, 7, false, 1231231",
    "3, true, 8, false, 12312312",
    "3, true, 8, true, 12312311",
    "3, false, 6, false, 123123",
    "3, false, 6, true, 123121",
    "2, true, 6, false, 121211",
    "2, true, 5, false, 12121",
    "2, false, 6, false, 121212",
    "2, false, 6, true, 121211",
    "1, false, 3, false, 111",
    "3, false, 1, true, 1"
  })
  void raisesTheOrderWithinAStep(
      int order, boolean lowerOrderFinal, int steps, boolean endsWithoutNoise, String orders) {
    SolverConfig config =
        new SolverConfig(
            SolverConfig.Algorithm.DPMSOLVER_PLUS_PLUS,
            order,
            Optional.empty(),
            Optional.of(lowerOrderFinal),
            false);
    assertThat(DpmSolverSinglestepSampler.orders(config, steps, endsWithoutNoise))
        .containsExactly(orders.chars().map(digit -> digit - '0').toArray());
  }
}
