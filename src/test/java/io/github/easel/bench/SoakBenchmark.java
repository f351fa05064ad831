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
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two hundred pictures in one process, with its memory: {@code ./mvnw -q test
 * -Dtest=SoakBenchmark}. Resident memory is read where the system tells it (Linux).
 */
class SoakBenchmark {

  private static final int PICTURES = 200;
  private static final int WARM = 40;
  private static final Path STATUS = Path.of("/proc/self/status");

  @Test
  void nothingGrows() throws IOException {
    ServiceOptions options = new ServiceOptions(DeviceChoice.CPU, Optional.empty());
    long warm = 0;
    try (Services services = LocalServices.open(Places.ofThisProcess(), options)) {
      ModelSummary starter = services.models().list().get(0);
      Sampling sampling = new Sampling(starter.sampling().sampler(), 8, 5);
      for (int i = 1; i <= PICTURES; i++) {
        GenerationRequest request =
            new GenerationRequest(
                Prompt.of("a cat, picture " + i), starter.name(), starter.size(), sampling, i);
        services.generation().generate(request, ProgressListener.NONE, new Cancellation());
        if (i % 20 == 0) {
          System.out.printf("after %3d pictures: %d MiB resident%n", i, residentMiB());
        }
        warm = i == WARM ? residentMiB() : warm;
      }
      assertThat(residentMiB()).isLessThan(warm + 16);
    }
  }

  private static long residentMiB() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024;
    }
  }
}
