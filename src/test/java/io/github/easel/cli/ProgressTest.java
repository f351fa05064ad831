package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

  private final CommandLineHarness cli;

  ProgressTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void aTerminalShowsABarThatIsWrittenOver() {
    cli.terminal = true;

    cli.run("generate", "a", "--seed", "1", "--steps", "4");

    assertThat(cli.err().lines().toList())
        .satisfies(lines -> assertThat(lines.get(0)).isEqualTo("device: CPU — there is no GPU"))
        .satisfies(lines -> assertThat(lines.get(1)).isEqualTo("seed: 1"));
    assertThat(cli.err().split("\r", -1))
        .contains("loading the model")
        .contains("[------------------------] step 0/4")
        .contains("[######------------------] step 1/4, 1.25 s a step, 4 s left")
        .contains("[########################] step 4/4, 1.25 s a step, 0 s left")
        .allMatch(shown -> shown.length() < 160);
    assertThat(cli.err())
        .endsWith("\rdone in 6.75 s (loading 1.00, text 0.25, sampling 5.00, decoding 0.50)\n");
  }

  @Test
  void whatIsLeftOfALongerLineIsWipedOut() {
    cli.terminal = true;

    cli.run("generate", "a", "--steps", "1");

    String[] shown = cli.err().split("\r", -1);
    String bar = "[########################] step 1/1, 1.25 s a step, 0 s left";
    assertThat(shown).contains(bar, padded("turning numbers into pixels", bar.length()));
  }

  @Test
  void aLogFileGetsAFewPlainLines() {
    cli.run("generate", "a", "--seed", "1", "--steps", "200");

    assertThat(cli.err())
        .isEqualTo(
            """
            device: CPU — there is no GPU
            seed: 1
            loading the model
            reading the prompt
            step 50/200, 1.25 s a step, 3:08 min left
            step 100/200, 1.25 s a step, 2:05 min left
            step 150/200, 1.25 s a step, 1:03 min left
            step 200/200, 1.25 s a step, 0 s left
            turning numbers into pixels
            done in 6.75 s (loading 1.00, text 0.25, sampling 5.00, decoding 0.50)
            """);
  }

  @Test
  void everyPictureHasItsOwnLines() {
    cli.run("generate", "a", "--count", "2", "--steps", "1");

    assertThat(cli.err())
        .contains("1/2 step 1/1")
        .contains("2/2 loading the model")
        .contains("2/2 step 1/1");
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(length - text.length());
  }
}
