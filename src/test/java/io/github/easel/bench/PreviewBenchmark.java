package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Timings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What looks at the running picture cost: {@code ./mvnw -q test -Dtest=PreviewBenchmark}. Kinds
 * take turns, since a busy machine is busy for all of them. The figures are kept in
 * docs/benchmarks.md.
 */
class PreviewBenchmark {

  private static final int ROUNDS = 15;

  @Test
  void whatPreviewsCost() {
    ServiceOptions options = new ServiceOptions(DeviceChoice.CPU, Optional.empty());
    try (Services services = LocalServices.open(Places.ofThisProcess(), options)) {
      ModelSummary starter = services.models().list().get(0);
      Map<PreviewWish.Kind, List<Double>> overheads = new EnumMap<>(PreviewWish.Kind.class);
      List<Double> details = new ArrayList<>();
      for (int round = 0; round <= ROUNDS; round++) {
        for (PreviewWish.Kind kind : PreviewWish.Kind.values()) {
          double overhead = overhead(services, starter, wanting(kind));
          if (round > 0) {
            overheads.computeIfAbsent(kind, k -> new ArrayList<>()).add(overhead);
          }
        }
        double overhead =
            overhead(
                services,
                starter,
                services.learning().recording(request(starter), wanting(PreviewWish.Kind.OFF)));
        if (round > 0) {
          details.add(overhead);
        }
      }
      overheads.forEach((kind, values) -> say("previews " + kind, values));
      say("recorded for the page that explains", details);
      assertThat(overheads).hasSize(PreviewWish.Kind.values().length);
    }
  }

  private static GenerationRequest request(ModelSummary starter) {
    return new GenerationRequest(
        Prompt.of("a red apple on a white background"),
        starter.name(),
        starter.size(),
        starter.sampling(),
        1);
  }

  /** Sampling over the network's own time, less 1. */
  private static double overhead(
      Services services, ModelSummary starter, ProgressListener listener) {
    Timings timings =
        services.generation().generate(request(starter), listener, new Cancellation()).timings();
    return timings.sampling() / timings.denoiser() - 1;
  }

  private static ProgressListener wanting(PreviewWish.Kind kind) {
    return new ProgressListener() {
      @Override
      public void on(Progress progress) {}

      @Override
      public PreviewWish previews() {
        return new PreviewWish(kind, 1);
      }
    };
  }

  private static void say(String what, List<Double> overheads) {
    double median = overheads.stream().sorted().toList().get(overheads.size() / 2);
    System.out.println(
        String.format(Locale.ROOT, "%s: loop overhead %.2f %% (median)", what, 100 * median));
  }
}
