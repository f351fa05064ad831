package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Places;
import io.github.easel.app.PromptReport;
import io.github.easel.app.PromptService.Role;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.Timings;
import io.github.easel.prompt.PromptParser;
import io.github.easel.prompt.PromptScript;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.PromptChunker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * What it costs to read a prompt, cut it into chunks and change texts between steps, against one
 * step of the starter model: {@code ./mvnw -q test -Dtest=ConditioningBenchmark}. The figures are
 * kept in docs/benchmarks.md.
 */
class ConditioningBenchmark {

  private static final int ROUNDS = 7;
  private static final int READINGS = 2000;
  private static final String PLAIN = "a red apple on a white background";
  private static final String RICH =
      "(a red apple:1.2) on a [white|grey] background, [soft light:hard light:0.5], "
          + "((still life)), in the style of an old painting, BREAK a table by the window";
  private static final ServiceOptions OPTIONS =
      new ServiceOptions(DeviceChoice.AUTO, Optional.empty());

  @Test
  void shareOfAStep() {
    try (Services services = LocalServices.open(Places.ofThisProcess(), OPTIONS)) {
      ModelSummary starter = services.models().list().get(0);
      double step = median(timings(services, starter, PLAIN), Timings::sampling, starter);
      PromptChunker chunker =
          new PromptChunker(ClipTokenizer.open(starter.folder().resolve("tokenizer")));
      for (String prompt : List.of(PLAIN, RICH)) {
        double chunked = seconds(() -> chunks(chunker, prompt, starter));
        double told = seconds(() -> report(services, prompt, starter).used());
        say(
            "%d characters: parsed and chunked in %.1f us (%.4f %% of a step of %.4f s);"
                + " token counter, files looked for each time, %.1f us",
            prompt.length(), 1e6 * chunked, 100 * chunked / step, step, 1e6 * told);
        assertThat(chunked).isPositive();
      }
    }
  }

  @Test
  void overheadOfTheLoop() {
    try (Services services = LocalServices.open(Places.ofThisProcess(), OPTIONS)) {
      ModelSummary starter = services.models().list().get(0);
      for (String prompt : List.of(PLAIN, RICH)) {
        List<Timings> rounds = timings(services, starter, prompt);
        double step = median(rounds, Timings::sampling, starter);
        double outside = median(rounds, t -> t.sampling() - t.denoiser(), starter);
        say(
            "%s...: %.4f s a step, outside of the network %.6f s (%.3f %%)",
            prompt.substring(0, 12), step, outside, 100 * outside / step);
        assertThat(outside).isPositive();
      }
    }
  }

  private static int chunks(PromptChunker chunker, String prompt, ModelSummary model) {
    PromptScript script =
        PromptParser.parse(prompt, PromptReading.usual(), model.sampling().steps());
    return script.parts().stream()
        .flatMap(part -> part.phases().stream())
        .map(PromptScript.Phase::wording)
        .distinct()
        .mapToInt(wording -> chunker.chunks(wording).used())
        .sum();
  }

  private static PromptReport report(Services services, String prompt, ModelSummary model) {
    return services
        .prompts()
        .read(
            prompt,
            Role.POSITIVE,
            model.folder().toString(),
            PromptReading.usual(),
            model.sampling().steps());
  }

  /** The median of many, the first half left out as a warm-up. */
  private static double seconds(IntSupplier work) {
    double[] seconds = new double[READINGS];
    int sum = 0;
    for (int i = 0; i < 2 * READINGS; i++) {
      long begin = System.nanoTime();
      sum += work.getAsInt();
      seconds[i % READINGS] = (System.nanoTime() - begin) / 1e9;
    }
    assertThat(sum).isPositive();
    Arrays.sort(seconds);
    return seconds[READINGS / 2];
  }

  private static List<Timings> timings(Services services, ModelSummary model, String prompt) {
    List<Timings> rounds = new ArrayList<>();
    for (int i = 0; i <= ROUNDS; i++) {
      GenerationRequest request =
          new GenerationRequest(Prompt.of(prompt), model.name(), model.size(), model.sampling(), i);
      rounds.add(
          services
              .generation()
              .generate(request, ProgressListener.NONE, new Cancellation())
              .timings());
    }
    return rounds.subList(1, rounds.size());
  }

  /** Seconds a step, the median of all rounds. */
  private static double median(
      List<Timings> rounds, ToDoubleFunction<Timings> part, ModelSummary model) {
    double all = rounds.stream().mapToDouble(part).sorted().toArray()[rounds.size() / 2];
    return all / model.sampling().steps();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
