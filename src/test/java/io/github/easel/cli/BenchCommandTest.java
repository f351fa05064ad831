package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

  private final CommandLineHarness cli;

  BenchCommandTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void measuresAFamilyWithoutAModel() {
    assertThat(
            cli.run(
                "bench",
                "--family",
                "tiny",
                "--random",
                "--size",
                "32x32",
                "--steps",
                "2",
                "--repeat",
                "2",
                "--device",
                "cpu",
                "--json"))
        .isZero();
    JsonNode figures = cli.events().get(0);
    assertThat(figures.get("model").textValue()).isEqualTo("tiny-random");
    assertThat(figures.get("steps").intValue()).isEqualTo(2);
    double load = figures.get("load").doubleValue();
    assertThat(figures.get("first").doubleValue()).isGreaterThan(load);
    assertThat(figures.get("loadAgain").doubleValue()).isPositive();
    JsonNode step = figures.get("step");
    assertThat(step.get("least").doubleValue())
        .isPositive()
        .isLessThanOrEqualTo(step.get("median").doubleValue());
    assertThat(figures.get("engine").get("median").doubleValue())
        .isLessThanOrEqualTo(step.get("most").doubleValue());
    assertThat(figures.get("overhead").get("median").doubleValue()).isBetween(0.0, 1.0);
    assertThat(cli.folder).isEmptyDirectory();
  }

  @Test
  void measuresTwoModelsInTurns() {
    assertThat(cli.run("bench", "starter", "--against", "other", "--repeat", "3")).isZero();
    assertThat(cli.services.requests.stream().map(one -> one.model()))
        .containsExactly(
            "starter", "other", "other", "starter", "starter", "other", "other", "starter",
            "starter", "other");
    assertThat(cli.out()).contains("starter on CPU", "other on CPU", "a step: 1.");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(cli.run("bench", "--random")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("bench", "--family", "sd15")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("bench", "--family", "sd99", "--random")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("bench", "--repeat", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.services.opened).isEmpty();
  }
}
