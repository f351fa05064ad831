package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Remark;
import io.github.easel.generation.Remark.Reason;
import io.github.easel.generation.Remark.Verdict;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the starter model made again from their files. */
class PictureSettingsServiceTest {

  private static final Services SERVICES =
      LocalServices.open(
          Places.ofThisProcess(), new ServiceOptions(DeviceChoice.CPU, Optional.empty()));

  @AfterAll
  static void close() {
    SERVICES.close();
  }

  @Test
  void ourOwnPictureIsMadeAgainPixelForPixel(@TempDir Path folder) {
    Seeding seeding =
        new Seeding(
            7,
            RandomKind.TORCH_CUDA,
            Optional.of(new Variation(8, 0.25)),
            Optional.of(new ImageSize(64, 96)),
            31337);
    GenerationRequest request =
        new GenerationRequest(
                new Prompt("a red apple on a white background", "blue"),
                "starter",
                new ImageSize(128, 128),
                new Sampling(SamplerKind.DDPM, 6, 4),
                0)
            .withSeeding(seeding);
    GenerationResult first = generate(request);
    Path file = folder.resolve("a.png");
    SERVICES.pictures().write(first, file);

    PictureReport report = SERVICES.settings().read(file, Optional.empty(), 1).orElseThrow();

    assertThat(report.program()).isEqualTo("Easel");
    assertThat(report.request()).isEqualTo(request);
    assertThat(report.remarks(Verdict.CHANGED)).isEmpty();
    assertThat(report.remarks(Verdict.NOT_UNDERSTOOD)).isEmpty();
    assertThat(generate(report.request()).image()).isEqualTo(first.image());
    assertThat(SERVICES.pictures().read(file)).isEqualTo(first.image());
  }

  @Test
  void fitsOtherProgramsSettingsToTheModel() {
    PictureReport report =
        SERVICES
            .settings()
            .readText(
                "a cat\nSteps: 4, Sampler: DDIM, Seed: 3, Size: 136x120, RNG: CPU",
                Optional.empty(),
                1)
            .orElseThrow();

    Remark rounded = report.remarks(Verdict.CHANGED).get(0);
    assertThat(rounded.reason()).isEqualTo(Reason.SIZE_ROUNDED);
    // The size that the model takes: it would refuse 136x120.
    assertThat(generate(report.request()).notices()).isEqualTo(List.<Notice>of());
  }

  @Test
  void everyRemarkHasASentenceInEveryLanguage() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ka"))) {
      UserMessages messages = new UserMessages(locale);
      assertThat(
              Arrays.stream(Reason.values())
                  .map(reason -> messages.of(Remark.of(reason, "one", "two", "three"))))
          .allSatisfy(sentence -> assertThat(sentence).contains("one"));
    }
  }

  private static GenerationResult generate(GenerationRequest request) {
    return SERVICES.generation().generate(request, ProgressListener.NONE, new Cancellation());
  }
}
