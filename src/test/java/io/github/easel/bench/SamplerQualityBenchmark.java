package io.github.easel.bench;

import io.github.easel.app.LocalServices;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How many steps each sampler needs with the starter model: {@code ./mvnw -q test
 * -Dtest=SamplerQualityBenchmark}. Prints the table of docs/samplers.md.
 *
 * <p>Samplers without noise of their own all follow one differential equation to one picture, so
 * the distance to where it leads says how good a number of steps is. Those that add noise draw
 * another picture with every number of steps; for them there is only how well the picture fits its
 * words by the model's own CLIP towers.
 */
class SamplerQualityBenchmark {

  private static final List<Integer> STEPS = List.of(4, 6, 8, 12, 20, 30);
  private static final List<Prompt> PROMPTS =
      List.of(
          Prompt.of("a red apple on a wooden table"),
          Prompt.of("a castle at sunset"),
          Prompt.of("a sailing boat on the sea"),
          Prompt.of("წითელი ვაშლი"));

  private static final Set<SamplerKind> NOISY =
      EnumSet.of(
          SamplerKind.DDPM,
          SamplerKind.EULER_A,
          SamplerKind.DPM2_A,
          SamplerKind.DPMPP_2M_SDE,
          SamplerKind.DPMPP_2M_SDE_HEUN,
          SamplerKind.DPMPP_3M_SDE,
          SamplerKind.DPMPP_SDE,
          SamplerKind.LCM,
          SamplerKind.TCD);

  /** Steps after which nothing changes any more. */
  private static final int MANY = 200;

  @Test
  void stepsToQuality() {
    ServiceOptions options = new ServiceOptions(DeviceChoice.CPU, Optional.empty());
    try (Services services = LocalServices.open(Places.ofThisProcess(), options);
        ClipScore score = ClipScore.ofStarter()) {
      ModelSummary starter = services.models().list().get(0);
      double guidance = starter.sampling().guidanceScale();
      List<PixelImage> limits =
          draw(services, starter, sampling(SamplerKind.DPMPP_2M, MANY, guidance));
      say("fit of the limit: %.3f", score.mean(PROMPTS, limits));
      say("| sampler | %s |", header());
      say("|---|%s", "---|".repeat(STEPS.size()));
      for (SamplerKind kind : SamplerKind.values()) {
        if (kind != SamplerKind.FLOW_MATCH_EULER) {
          say("| %s | %s |", kind.label(), row(services, starter, kind, guidance, limits, score));
        }
      }
    }
  }

  private static String header() {
    return STEPS.stream().map(steps -> steps + " steps").collect(Collectors.joining(" | "));
  }

  private static String row(
      Services services,
      ModelSummary starter,
      SamplerKind kind,
      double guidance,
      List<PixelImage> limits,
      ClipScore score) {
    return STEPS.stream()
        .map(
            steps -> {
              List<PixelImage> drawn = draw(services, starter, sampling(kind, steps, guidance));
              String fit = String.format(Locale.ROOT, "%.3f", score.mean(PROMPTS, drawn));
              return NOISY.contains(kind)
                  ? fit
                  : String.format(Locale.ROOT, "%.1f dB, %s", meanPsnr(drawn, limits), fit);
            })
        .collect(Collectors.joining(" | "));
  }

  private static Sampling sampling(SamplerKind kind, int steps, double guidance) {
    return new Sampling(kind, ScheduleKind.MODEL, steps, guidance, OptionalDouble.empty());
  }

  private static List<PixelImage> draw(Services services, ModelSummary model, Sampling sampling) {
    return PROMPTS.stream()
        .map(
            prompt ->
                services
                    .generation()
                    .generate(
                        new GenerationRequest(prompt, model.name(), model.size(), sampling, 1),
                        ProgressListener.NONE,
                        new Cancellation())
                    .image())
        .toList();
  }

  private static double meanPsnr(List<PixelImage> drawn, List<PixelImage> limits) {
    double sum = 0;
    for (int i = 0; i < drawn.size(); i++) {
      sum += psnr(drawn.get(i), limits.get(i));
    }
    return sum / drawn.size();
  }

  /** Peak signal-to-noise ratio over all colour values, in decibels. */
  private static double psnr(PixelImage a, PixelImage b) {
    double squares = 0;
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < a.width(); x++) {
        int one = a.argb(x, y);
        int other = b.argb(x, y);
        for (int shift = 0; shift <= 16; shift += 8) {
          double difference = ((one >> shift) & 255) - ((other >> shift) & 255);
          squares += difference * difference;
        }
      }
    }
    double mean = squares / (3.0 * a.width() * a.height());
    return 10 * Math.log10(255 * 255 / Math.max(mean, 1e-3));
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
