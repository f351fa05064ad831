package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenshotCommandTest {

  private final Path folder;
  private final CommandLineHarness easel;

  ScreenshotCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.easel = new CommandLineHarness(folder);
  }

  @Test
  void asksForPicturesBelowTheCurrentFolder() {
    assertThat(easel.run("screenshot", "shots", "--scale", "2")).isZero();
    assertThat(easel.screenshots).containsExactly(folder.resolve("shots") + " 2.0");
    assertThat(easel.err()).contains(folder.resolve("shots").toString());
  }

  @Test
  void refusesScalesThatNoScreenHas() {
    for (String scale : new String[] {"0.5", "9", "NaN"}) {
      assertThat(easel.run("screenshot", "shots", "--scale", scale)).isEqualTo(ExitCode.USAGE);
    }
    assertThat(easel.screenshots).isEmpty();
  }
}
