package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.FileTypes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopCommandTest {

  @TempDir Path folder;
  private CommandLineHarness cli;

  @BeforeEach
  void open() {
    cli = new CommandLineHarness(folder);
  }

  private static FileTypes answering(FileTypes.Outcome outcome) {
    return new FileTypes() {
      @Override
      public Report install() {
        return new Report(outcome, List.of(Path.of("easel.desktop")));
      }

      @Override
      public Report remove() {
        return new Report(outcome, List.of());
      }
    };
  }

  @Test
  void namesTheFilesAndSaysWhatHolds() {
    cli.services.fileTypes = answering(FileTypes.Outcome.DONE);
    assertThat(cli.run("desktop", "--install")).isZero();
    assertThat(cli.out()).isEqualTo("easel.desktop\n");
    assertThat(cli.err()).contains("open with Easel now");
    assertThat(cli.run("desktop", "--remove")).isZero();
    assertThat(cli.err()).contains("no longer open with Easel");
  }

  @Test
  void failsWithASentenceWhereItCannotBe() {
    cli.services.fileTypes = answering(FileTypes.Outcome.NO_PROGRAM);
    assertThat(cli.run("desktop", "--install")).isEqualTo(1);
    assertThat(cli.err()).contains("was not started from its own folder");
    cli.services.fileTypes = FileTypes.NONE;
    assertThat(cli.run("desktop", "--remove")).isEqualTo(1);
    assertThat(cli.err()).contains("Open with");
  }

  @Test
  void wantsToKnowWhich() {
    assertThat(cli.run("desktop")).isEqualTo(2);
    assertThat(cli.run("desktop", "--install", "--remove")).isEqualTo(2);
  }
}
