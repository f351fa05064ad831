package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SigmaScheduleTest {

  static Stream<GoldenRun> visiting() {
    return Stream.of("EulerDiscrete", "EulerAncestralDiscrete", "LMSDiscrete")
        .flatMap(name -> GoldenRun.of(name + "Scheduler"));
  }

  static Stream<GoldenRun> solving() {
    return Stream.of("DPMSolverMultistep", "DPMSolverSinglestep", "DEISMultistep", "UniPCMultistep")
        .flatMap(name -> GoldenRun.of(name + "Scheduler"));
  }

  @ParameterizedTest
  @MethodSource("visiting")
  void visitsDiffusersLevels(GoldenRun run) {
    ScheduleConfig config = run.config();
    SigmaSchedule schedule =
        SigmaSchedule.visiting(config, run.steps(), config.samplers().sigmas().last());
    assertThat((double) schedule.initialNoiseSigma())
        .isCloseTo(run.initialNoiseSigma(), within(1e-6 * run.initialNoiseSigma()));
    check(run, schedule);
  }

  @ParameterizedTest
  @MethodSource("solving")
  void solvesAtDiffusersLevels(GoldenRun run) {
    ScheduleConfig config = run.config();
    boolean deis = run.figures().get("class").asText().startsWith("DEIS");
    check(
        run,
        SigmaSchedule.solving(
            config, run.steps(), deis ? FinalSigma.SIGMA_MIN : config.samplers().sigmas().last()));
  }

  private static void check(GoldenRun run, SigmaSchedule schedule) {
    assertThat(schedule.steps()).isEqualTo(run.figures().get("timesteps").size());
    float[] sigmas = run.sigmas().orElseThrow();
    assertThat(sigmas).hasSize(schedule.steps() + 1);
    for (int i = 0; i < sigmas.length; i++) {
      assertThat(schedule.sigma(i))
          .as("sigma %d", i)
          .isCloseTo(sigmas[i], within(1e-6f * sigmas[i]));
    }
    for (int i = 0; i < schedule.steps(); i++) {
      assertThat((double) schedule.timestep(i))
          .as("timestep %d", i)
          .isCloseTo(run.timestep(i), within(1e-6 * run.timestep(i)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 1.855873851745199e-05",
    "0.0526315789, 0.013671081544033176",
    "0.111, 0.047014300161683245",
    "0.25, 0.17568037865269498",
    "0.4999, 0.49986127490549975",
    "0.5, 0.5000000000000001",
    "0.75, 0.824319621347305",
    "0.9, 0.9604155944112192",
    "0.999, 0.9999814412614826"
  })
  void knowsTheQuantilesOfTheBetaDistribution(double p, double quantile) {
    assertThat(BetaQuantile.of(p)).isCloseTo(quantile, within(1e-9 * quantile));
  }

  @Test
  void keepsTheTableOfAlignYourSteps() {
    double[] sigmas = AlignYourSteps.sigmas(11);
    assertThat(sigmas[0]).isCloseTo(14.615, within(1e-9));
    assertThat(sigmas[5]).isCloseTo(1.396, within(1e-9));
    assertThat(sigmas[10]).isCloseTo(0.029, within(1e-9));
    // half way between two entries: their geometric mean
    assertThat(AlignYourSteps.sigmas(21)[1]).isCloseTo(Math.sqrt(14.615 * 6.475), within(1e-9));
    assertThat(AlignYourSteps.sigmas(1)[0]).isCloseTo(14.615, within(1e-9));
  }
}
