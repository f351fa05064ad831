package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.tensor.FloatTensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "sd_scaled_linear, SCALED_LINEAR, 0.00085, 0.012, false",
    "ddpm_linear, LINEAR, 0.0001, 0.02, false",
    "sd_zero_snr, SCALED_LINEAR, 0.00085, 0.012, true"
  })
  void isDiffusersToTheBit(
      String name, BetaSchedule betas, double start, double end, boolean zeroTerminalSnr) {
    NoiseSchedule schedule =
        NoiseSchedule.of(BetaConfig.of(betas, start, end).withZeroTerminalSnr(zeroTerminalSnr));
    JsonNode golden = GoldenRun.alphaBars();
    for (int i = 0; i < golden.get("index").size(); i++) {
      float expected = Float.parseFloat(golden.get(name).get(i).asText());
      assertThat(schedule.alphaBar(golden.get("index").get(i).intValue())).isEqualTo(expected);
    }
  }

  @Test
  void fallsAlongTheCosine() {
    NoiseSchedule schedule =
        NoiseSchedule.of(BetaConfig.of(BetaSchedule.SQUAREDCOS_CAP_V2, 0.0001, 0.02));
    double start = Math.pow(Math.cos(0.008 / 1.008 * Math.PI / 2), 2);
    double middle = Math.pow(Math.cos(0.508 / 1.008 * Math.PI / 2), 2);
    assertThat((double) schedule.alphaBar(499)).isCloseTo(middle / start, within(1e-5));
    assertThat(schedule.alphaBar(999)).isPositive().isLessThan(1e-6f);
  }

  @Test
  void takesTrainedBetas() {
    BetaConfig config =
        new BetaConfig(3, 0.1, 0.2, BetaSchedule.LINEAR, List.of(0.5, 0.5, 0.0), false);
    NoiseSchedule schedule = NoiseSchedule.of(config);
    assertThat(schedule.trainTimesteps()).isEqualTo(3);
    assertThat(schedule.alphaBar(2)).isEqualTo(0.25f);
  }

  @Test
  void addsNoiseWhereImageToImageStarts() {
    List<GoldenRun> runs =
        Stream.concat(GoldenRun.of("DDIMScheduler"), GoldenRun.of("DDPMScheduler"))
            .filter(run -> run.start() > 0)
            .toList();
    assertThat(runs).isNotEmpty();
    for (GoldenRun run : runs) {
      FloatTensor noised = GoldenRun.original();
      int timestep = run.figures().get("timesteps").get(run.start()).intValue();
      NoiseSchedule.of(run.config().betas())
          .addNoise(timestep, noised, GoldenRun.noise(63), noised);
      assertThat(noised.toArray())
          .usingComparatorWithPrecision(1e-6f)
          .containsExactly(run.startSample().toArray());
    }
  }

  @Test
  void refusesBetasThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BetaConfig.of(BetaSchedule.LINEAR, 0.02, 0.0001));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BetaConfig(2, 0.1, 0.2, BetaSchedule.LINEAR, List.of(0.5), false))
        .withMessage("1 trained betas for 2 training timesteps");
  }
}
