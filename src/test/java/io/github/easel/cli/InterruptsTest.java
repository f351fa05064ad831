package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.image.PngReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptsTest {

  private static final int TERMINATED = 128 + 15;
  private static final int INTERRUPT = 2;

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "Windows cannot send Ctrl+C to one process of a console")
  void ctrlCEndsTheProgramCleanly(@TempDir Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedProgram.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader()) {
      String last = out.readLine();
      assertThat(last).contains("\"event\":\"step\"");
      boolean heeded = heedsInterrupts();
      String signal = heeded ? "-INT" : "-TERM";
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line;
      }

      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(heeded ? ExitCode.CANCELLED : TERMINATED);
      assertThat(new ObjectMapper().readTree(last).get("failure").textValue())
          .isEqualTo("CANCELLED");
    } finally {
      process.destroyForcibly();
    }
    for (Path file : files(folder.resolve("x"))) {
      assertThat(file.toString()).endsWith(".png");
      assertThat(PngReader.pixels(file).width()).isEqualTo(64);
    }
  }

  /**
   * A shell lets what it starts in the background ignore Ctrl+C, and a child inherits that. Both
   * signals end in the same hook.
   */
  private static boolean heedsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .noneMatch(ignored -> ((ignored >> (INTERRUPT - 1)) & 1) == 1);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
