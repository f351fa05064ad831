package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import io.github.easel.metadata.FoundSettings;
import io.github.easel.metadata.PictureTexts;
import io.github.easel.metadata.SettingsReader;
import io.github.easel.metadata.SourceProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureExportTest {

  private static final ExportWish OPEN = new ExportWish(true, false);
  private static final ExportWish STRIPPED = new ExportWish(false, false);
  private static final String PROMPT = "ვაშლი, a red apple (ripe:1.2) \uD83C\uDF4E";

  private final Path folder;
  private final PictureStore store;

  PictureExportTest(@TempDir Path folder) {
    this.folder = folder;
    store = new PngPictureStore(folder, Clock.systemUTC());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.jpg", "a.JPEG", "a.webp", "further/down/a.Webp"})
  void aCopyTellsEaselExactlyHowItWasMade(String name) {
    GenerationResult result = result(PROMPT);
    Path file = folder.resolve(name);

    store.export(result, file, OPEN);

    assertThat(SettingsReader.read(file))
        .hasValueSatisfying(
            found -> {
              assertThat(found.program()).isEqualTo(SourceProgram.EASEL);
              assertThat(found.own()).contains(result.provenance());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.webp"})
  void otherProgramsFindTheSettingsWhereA1111HasThem(String name) {
    Path file = folder.resolve(name);

    store.export(result(PROMPT), file, OPEN);

    String comment = PictureTexts.of(file).getOrDefault("UserComment", "");
    assertThat(comment).startsWith(PROMPT + "\nNegative prompt: blurry\nSteps: 20, Sampler: DDIM");
    assertThat(SettingsReader.of(comment))
        .map(FoundSettings::prompt)
        .hasValueSatisfying(prompt -> assertThat(prompt.positive()).isEqualTo(PROMPT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.jpg", "a.webp"})
  void aStrippedCopyHoldsPixelsAndNothingElse(String name) throws IOException {
    Path file = folder.resolve(name);

    store.export(result("secretword"), file, STRIPPED);

    assertThat(SettingsReader.read(file)).isEmpty();
    assertThat(PictureTexts.of(file)).isEmpty();
    byte[] bytes = Files.readAllBytes(file);
    for (String trace :
        List.of("secretword", "Exif", "EXIF", "XMP", "Easel", "easel", "parameters", "tEXt")) {
      assertThat(holds(bytes, trace.getBytes(StandardCharsets.ISO_8859_1))).as(trace).isFalse();
      assertThat(holds(bytes, trace.getBytes(StandardCharsets.UTF_16BE))).as(trace).isFalse();
    }
    assertThat(store.read(file).width()).isEqualTo(64);
  }

  @Test
  void theSearchForTracesFindsThem() throws IOException {
    Path file = folder.resolve("a.webp");
    store.export(result("secretword"), file, OPEN);
    byte[] bytes = Files.readAllBytes(file);
    assertThat(holds(bytes, "secretword".getBytes(StandardCharsets.UTF_16BE))).isTrue();
    assertThat(holds(bytes, "EXIF".getBytes(StandardCharsets.ISO_8859_1))).isTrue();
  }

  @Test
  void pngAndLosslessWebpKeepEveryPixel() {
    GenerationResult result = result("a");
    for (String name : List.of("a.png", "a.webp")) {
      for (boolean settings : List.of(true, false)) {
        Path file = folder.resolve(name);
        store.export(result, file, new ExportWish(settings, true));
        assertThat(store.read(file)).isEqualTo(result.image());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.webp"})
  void theOthersComeVeryNear(String name) {
    GenerationResult result = result("a");
    Path file = folder.resolve(name);
    store.export(result, file, STRIPPED);
    PixelImage read = store.read(file);
    assertThat(meanError(read, result.image())).isPositive().isLessThan(3);
    // upside down or with its channels exchanged it would be far off
    assertThat(read.argb(63, 0) >> 16 & 255).isGreaterThan(230);
    assertThat(read.argb(0, 63) >> 8 & 255).isGreaterThan(230);
  }

  @Test
  void jpegFilesKeepAllOfTheColours() throws IOException {
    Path file = folder.resolve("a.jpg");
    store.export(result("a"), file, OPEN);
    byte[] bytes = Files.readAllBytes(file);
    int frame = indexOf(bytes, new byte[] {-1, (byte) 0xC0, 0, 17, 8});
    for (int channel = 0; channel < 3; channel++) {
      assertThat(bytes[frame + 11 + 3 * channel]).isEqualTo((byte) 0x11);
    }
  }

  @Test
  void longWordsLeaveAJpegFileWithoutOurRecordAndTooLongOnesAreRefused() {
    Path file = folder.resolve("a.jpg");
    store.export(result("x".repeat(25_000)), file, OPEN);
    assertThat(SettingsReader.read(file))
        .hasValueSatisfying(
            found -> {
              assertThat(found.own()).isEmpty();
              assertThat(found.prompt().positive()).hasSize(25_000);
            });
    assertRefused(result("x".repeat(40_000)), file, "longer than a JPEG file can hold");
    store.export(result("x".repeat(40_000)), folder.resolve("a.webp"), OPEN);
    assertThat(SettingsReader.read(folder.resolve("a.webp"))).isPresent();
  }

  @Test
  void anotherEndingIsRefusedAndWhatIsThereStays() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertRefused(result("a"), file, "its name must end in .png, .jpg or .webp");
    assertThat(file).hasContent("mine");
    assertRefused(result("a"), folder.resolve("png"), "its name must end in");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void endingsAreKnownInAnyCase() {
    assertThat(List.of("a.png", "a.JPG", "a.jpeg", "ა.WebP")).allMatch(ExportWish::knows);
    assertThat(List.of("a", "png", "a.gif", "a.png.txt", "")).noneMatch(ExportWish::knows);
  }

  private void assertRefused(GenerationResult result, Path file, String reason) {
    assertThatThrownBy(() -> store.export(result, file, OPEN))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE);
              assertThat(e.details().get(1)).contains(reason);
            });
  }

  private static double meanError(PixelImage one, PixelImage other) {
    byte[] a = one.rgb();
    byte[] b = other.rgb();
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 255) - (b[i] & 255));
    }
    return sum / (double) a.length;
  }

  private static boolean holds(byte[] bytes, byte[] part) {
    return indexOf(bytes, part) >= 0;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }

  private static GenerationResult result(String positive) {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt(positive, "blurry"),
            "starter",
            new ImageSize(64, 64),
            new Sampling(SamplerKind.DDIM, 20, 7.5),
            42);
    byte[] rgb = new byte[64 * 64 * 3];
    for (int i = 0; i < 64 * 64; i++) {
      rgb[3 * i] = (byte) (4 * (i % 64));
      rgb[3 * i + 1] = (byte) (4 * (i / 64));
      rgb[3 * i + 2] = (byte) 90;
    }
    return new GenerationResult(
        PixelImage.of(64, 64, rgb),
        new Provenance(request, "starter", "", "torch-cpu", "none", "Easel test"),
        new Timings(0, 0.1, 3.2, 3, 0.4),
        List.of());
  }
}
