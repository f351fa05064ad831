package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Stage;
import io.github.easel.generation.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * How fast the starter model draws and what the loop adds to the network's own time: {@code ./mvnw
 * -q test -Dtest=PipelineBenchmark}. Its name keeps it out of the tests that always run, since a
 * busy machine proves nothing. The figures are kept in docs/benchmarks.md.
 */
class PipelineBenchmark {

  private static final int ROUNDS = 7;

  @Test
  void secondsAStepAndOverhead() {
    ServiceOptions options = new ServiceOptions(DeviceChoice.AUTO, Optional.empty());
    try (Services services = LocalServices.open(Places.ofThisProcess(), options)) {
      ModelSummary starter = services.models().list().get(0);
      say("model %s on %s", starter.name(), services.generation().device());
      for (ImageSize size : List.of(starter.size(), new ImageSize(256, 256))) {
        List<Timings> rounds = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
          GenerationRequest request =
              new GenerationRequest(
                  Prompt.of("a red apple on a white background"),
                  starter.name(),
                  size,
                  starter.sampling(),
                  i);
          rounds.add(
              services
                  .generation()
                  .generate(request, ProgressListener.NONE, new Cancellation())
                  .timings());
        }
        print(size, starter.sampling().steps(), rounds);
      }
    }
  }

  @Test
  void secondsToCancel() throws InterruptedException {
    ServiceOptions options = new ServiceOptions(DeviceChoice.AUTO, Optional.empty());
    try (Services services = LocalServices.open(Places.ofThisProcess(), options)) {
      ModelSummary starter = services.models().list().get(0);
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        seconds.add(secondsFromCancelToEnd(services, starter));
      }
      say("cancelled within a run at 512x512: %.4f s until it had ended (median)", median(seconds));
      assertThat(median(seconds)).isPositive();
    }
  }

  /** Cancels from another thread while a step of about half a second is under way. */
  private static double secondsFromCancelToEnd(Services services, ModelSummary starter)
      throws InterruptedException {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a cat"), starter.name(), new ImageSize(512, 512), starter.sampling(), 1);
    Cancellation cancellation = new Cancellation();
    AtomicLong asked = new AtomicLong();
    Thread canceller =
        new Thread(
            () -> {
              LockSupport.parkNanos(100_000_000);
              asked.set(System.nanoTime());
              cancellation.cancel();
            });
    ProgressListener listener =
        progress -> {
          if (progress.stage() == Stage.SAMPLING && progress.step() == 1) {
            canceller.start();
          }
        };
    try {
      services.generation().generate(request, listener, cancellation);
      throw new AssertionError("was not cancelled");
    } catch (GenerationException e) {
      double seconds = (System.nanoTime() - asked.get()) / 1e9;
      canceller.join();
      assertThat(e.failure()).isEqualTo(Failure.CANCELLED);
      return seconds;
    }
  }

  private static void print(ImageSize size, int steps, List<Timings> rounds) {
    List<Timings> warm = rounds.subList(1, rounds.size());
    double step = median(warm.stream().map(t -> t.sampling() / steps).toList());
    double overhead = median(warm.stream().map(t -> t.sampling() / t.denoiser() - 1).toList());
    say(
        "%s, %d steps: %.4f s a step, loop overhead %.2f %%, text %.4f s, decoder %.4f s, in all"
            + " %.3f s (first %.3f s, of it opening the model %.3f s)",
        size,
        steps,
        step,
        100 * overhead,
        median(warm.stream().map(Timings::encoding).toList()),
        median(warm.stream().map(Timings::decoding).toList()),
        median(warm.stream().map(Timings::total).toList()),
        rounds.get(0).total(),
        rounds.get(0).loading());
    assertThat(overhead).isPositive();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
