package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PromptReading;
import io.github.easel.prompt.PromptParser;
import io.github.easel.prompt.PromptScript;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What reading a prompt costs: {@code ./mvnw -q test -Dtest=PromptBenchmark}. The figures are kept
 * in docs/benchmarks.md.
 */
class PromptBenchmark {

  private static final int WARM_UP = 20_000;
  private static final int ROUNDS = 2_001;
  private static final int STEPS = 20;

  private static final String USUAL =
      "masterpiece, best quality, (a castle:1.3) on a hill at [sunset:night:0.5], ((mist)), "
          + "[oil painting|watercolor], highly detailed, by the sea, (sharp focus:1.1), \\(etching\\) "
          + "BREAK flowers in the foreground, soft light <lora:detail:0.6> AND birds :0.4";

  @Test
  void microsecondsOfAUsualPrompt() {
    say("usual prompt of %d characters, %d steps: %.1f us", USUAL, STEPS, WARM_UP);
  }

  @Test
  void millisecondsOfHugePrompts() {
    for (int size : new int[] {10_000, 100_000, 1_000_000}) {
      say("words, %d characters, %d steps: %.1f us", "word, ".repeat(size / 6), STEPS, 5);
      say("open brackets, %d characters, %d steps: %.1f us", "(".repeat(size), STEPS, 5);
      say("open squares, %d characters, %d steps: %.1f us", "[".repeat(size), STEPS, 5);
      say(
          "weights, %d characters, %d steps: %.1f us",
          "(a:1.1) [b:c:5] ".repeat(size / 16), STEPS, 5);
      say("colons, %d characters, %d steps: %.1f us", ": ".repeat(size / 2), STEPS, 5);
    }
  }

  private static void say(String line, String text, int steps, int warmUp) {
    long sum = 0;
    for (int i = 0; i < warmUp; i++) {
      sum += parse(text, steps).parts().size();
    }
    int rounds = Math.max(3, ROUNDS / Math.max(1, text.length() / 500));
    double[] micros = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      sum += parse(text, steps).parts().size();
      micros[i] = (System.nanoTime() - begin) / 1e3;
    }
    assertThat(sum).isPositive();
    Arrays.sort(micros);
    System.out.printf(Locale.ROOT, line + "%n", text.length(), steps, micros[rounds / 2]);
  }

  private static PromptScript parse(String text, int steps) {
    return PromptParser.parse(text, PromptReading.usual(), steps);
  }
}
