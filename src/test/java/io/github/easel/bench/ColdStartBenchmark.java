package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of a process to its first picture on disk: {@code ./mvnw -q -DskipTests package},
 * then {@code ./mvnw -q test -Dtest=ColdStartBenchmark}. Needs a shell.
 */
class ColdStartBenchmark {

  private static final int ROUNDS = 7;

  @Test
  void secondsToTheFirstPicture(@TempDir Path folder) throws IOException, InterruptedException {
    Path program = Path.of("target", "easel", "bin", "easel").toAbsolutePath();
    assertThat(program).exists();
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      Path file = folder.resolve(i + ".png");
      long begin = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "generate",
                  "a red apple on a white background",
                  "--seed",
                  "7",
                  "--quiet",
                  "--output",
                  file.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out.txt").toFile())
              .start();
      assertThat(process.waitFor()).isZero();
      seconds.add((System.nanoTime() - begin) / 1e9);
      assertThat(Files.size(file)).isPositive();
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "cold start to first picture: median %.2f s, least %.2f s, most %.2f s%n",
        sorted.get(ROUNDS / 2),
        sorted.get(0),
        sorted.get(ROUNDS - 1));
  }
}
