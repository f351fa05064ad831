package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
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
import io.github.easel.generation.Source;
import io.github.easel.generation.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the starter model made again from their files. */
class PictureSettingsServiceTest {

  @TempDir static Path data;
  private static @Nullable Services opened;

  @BeforeAll
  static void open() {
    Places places = new Places(Places.ofThisProcess().home(), data, data);
    opened = LocalServices.open(places, new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  }

  private static Services services() {
    return Objects.requireNonNull(opened);
  }

  @AfterAll
  static void close() {
    services().close();
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
    services().pictures().write(first, file);

    PictureReport report = services().settings().read(file, Optional.empty(), 1).orElseThrow();

    assertThat(report.program()).isEqualTo("Easel");
    assertThat(report.request()).isEqualTo(request);
    assertThat(report.remarks(Verdict.CHANGED)).isEmpty();
    assertThat(report.remarks(Verdict.NOT_UNDERSTOOD)).isEmpty();
    assertThat(generate(report.request()).image()).isEqualTo(first.image());
    assertThat(services().pictures().read(file)).isEqualTo(first.image());
  }

  @Test
  void aPictureThatBeganWithAnotherIsMadeAgainWhileThereIsACopy(@TempDir Path folder)
      throws IOException {
    byte[] rgb = new byte[3 * 40 * 30];
    new Random(5).nextBytes(rgb);
    PixelImage begin = PixelImage.of(40, 30, rgb);
    Path copy = services().sources().keep(begin);
    GenerationRequest request =
        new GenerationRequest(
                Prompt.of("a red apple"),
                "starter",
                new ImageSize(128, 128),
                new Sampling(SamplerKind.DDIM, 5, 4),
                3)
            .withSource(Optional.of(new Source(begin, "apple.png", 0.4, Fit.PAD)));
    GenerationResult first = generate(request);
    Path file = folder.resolve("a.png");
    services().pictures().write(first, file);

    PictureReport report = services().settings().read(file, Optional.empty(), 1).orElseThrow();

    assertThat(report.request()).isEqualTo(request);
    assertThat(report.remarks(Verdict.CHANGED)).isEmpty();
    assertThat(generate(report.request()).image()).isEqualTo(first.image());

    Files.delete(copy);
    PictureReport gone = services().settings().read(file, Optional.empty(), 1).orElseThrow();
    assertThat(gone.request()).isEqualTo(request.withSource(Optional.empty()));
    assertThat(gone.source()).contains(new SourceRecord("apple.png", begin.sha256(), 0.4, Fit.PAD));
    assertThat(gone.remarks(Verdict.CHANGED))
        .containsExactly(Remark.of(Reason.SOURCE_GONE, "apple.png"));
  }

  @Test
  void fitsOtherProgramsSettingsToTheModel() {
    PictureReport report =
        services()
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
                  .filter(reason -> reason != Reason.MASK_GONE)
                  .map(reason -> messages.of(Remark.of(reason, "one", "two", "three"))))
          .allSatisfy(sentence -> assertThat(sentence).contains("one"));
      assertThat(messages.of(Remark.of(Reason.MASK_GONE))).endsWith(".");
    }
  }

  private static GenerationResult generate(GenerationRequest request) {
    return services().generation().generate(request, ProgressListener.NONE, new Cancellation());
  }
}
