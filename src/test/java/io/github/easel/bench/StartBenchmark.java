package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the Java machine to the first window: {@code ./mvnw -q -DskipTests package},
 * then {@code ./mvnw -q test -Dtest=StartBenchmark} where there is a display ({@code xvfb-run}
 * makes one). The first start finds no class archive and leaves one; the others use it. Needs a
 * shell.
 */
class StartBenchmark {

  private static final int ROUNDS = 7;
  private static final Pattern TOLD = Pattern.compile("window after ([\\d.]+) s");

  private final Path folder;

  StartBenchmark(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Start(double wall, double processor) {}

  @Test
  void secondsToTheWindow() throws IOException, InterruptedException {
    assertThat(System.getenv("DISPLAY")).as("DISPLAY").isNotBlank();
    System.out.println("without an archive: " + start("first"));
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      starts.add(start("round-" + i));
    }
    System.out.printf(
        Locale.ROOT,
        "with an archive: median %.2f s, least %.2f s, most %.2f s; processor time median %.2f s%n",
        starts.stream().mapToDouble(Start::wall).sorted().toArray()[ROUNDS / 2],
        starts.stream().mapToDouble(Start::wall).min().orElseThrow(),
        starts.stream().mapToDouble(Start::wall).max().orElseThrow(),
        starts.stream().mapToDouble(Start::processor).sorted().toArray()[ROUNDS / 2]);
  }

  private Start start(String name) throws IOException, InterruptedException {
    Path data = folder.resolve(name);
    ProcessBuilder builder =
        new ProcessBuilder(Path.of("target", "easel", "bin", "easel").toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".txt").toFile());
    builder.environment().put("XDG_DATA_HOME", data.toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Process process = builder.start();
    try {
      double wall = told(data.resolve("easel").resolve("easel.log"), process);
      double processor =
          process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
      return new Start(wall, processor);
    } finally {
      process.destroy(); // in peace, so that the first one writes its archive
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static double told(Path log, Process process) throws IOException, InterruptedException {
    while (process.isAlive()) {
      if (Files.exists(log)) {
        Matcher found = TOLD.matcher(Files.readString(log));
        if (found.find()) {
          return Double.parseDouble(found.group(1));
        }
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("the program ended without a window");
  }
}
