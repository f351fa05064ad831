package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.SourceRecord;
import io.github.easel.generation.UnderMask;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureFile.CopyKind;
import io.github.easel.image.PngWriter;
import io.github.easel.metadata.SettingsReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactsReaderTest {

  private static final String SHA = "0123456789abcdef".repeat(4);

  @TempDir private Path folder;

  private static PictureEntry read(Path file) throws IOException {
    return FactsReader.read(file, false).orElseThrow();
  }

  @Test
  void tellsAllOfEaselsOwnPictures() throws IOException {
    Path file = TestPictures.own(folder.resolve("2026-11-23/220509-42-fox.png"), "a red fox", 42);
    PictureEntry entry = read(file);
    assertThat(entry)
        .isEqualTo(
            new PictureEntry(
                file,
                PictureIdentity.of(file),
                LocalDateTime.of(2026, 11, 23, 22, 5, 9),
                Files.getLastModifiedTime(file).toMillis(),
                Files.size(file),
                false,
                new PictureFacts(
                    PictureKind.TEXT,
                    "a red fox",
                    "blurry",
                    "starter",
                    "DDIM",
                    "Easel",
                    TestPictures.SIDE,
                    TestPictures.SIDE,
                    OptionalLong.of(42),
                    OptionalInt.of(2),
                    OptionalDouble.of(7),
                    "")));
    assertThat(FactsReader.read(file, true).orElseThrow().discarded()).isTrue();
  }

  @Test
  void tellsWhatAPictureBeganWith() throws IOException {
    SourceRecord all = TestPictures.source(SHA);
    SourceRecord part =
        new SourceRecord(
            all.name(),
            SHA,
            all.strength(),
            all.fit(),
            all.manner(),
            Optional.of(
                new RepaintRecord("", MaskShape.AS_IS, UnderMask.ORIGINAL, OptionalInt.empty())));
    PictureFacts refined =
        read(TestPictures.own(folder.resolve("a.png"), "fox", 1, Optional.of(all))).facts();
    PictureFacts filled =
        read(TestPictures.own(folder.resolve("b.png"), "fox", 1, Optional.of(part))).facts();
    assertThat(refined.kind()).isEqualTo(PictureKind.REFINED);
    assertThat(refined.source()).isEqualTo(SHA);
    assertThat(filled.kind()).isEqualTo(PictureKind.FILLED);
    assertThat(filled.source()).isEqualTo(SHA);
  }

  @Test
  void tellsWhatOtherProgramsWrote() throws IOException {
    String a1111 =
        "a castle\nNegative prompt: people\nSteps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7.5,"
            + " Seed: 123456789012, Size: 512x512, Model: photo/dream.safetensors [0a1b2c3d]";
    PictureFacts facts =
        read(TestPictures.foreign(folder.resolve("00012-1.png"), 1, Map.of("parameters", a1111)))
            .facts();
    assertThat(facts)
        .isEqualTo(
            new PictureFacts(
                PictureKind.TEXT,
                "a castle",
                "people",
                "dream",
                "DPM++ 2M",
                "A1111",
                TestPictures.SIDE,
                TestPictures.SIDE,
                OptionalLong.of(123456789012L),
                OptionalInt.of(20),
                OptionalDouble.of(7.5),
                ""));
    String refined =
        "x\nSteps: 1e9, Sampler: Nobody, CFG scale: high, Seed: -, Denoising strength: 0.4";
    PictureFacts strange =
        read(TestPictures.foreign(folder.resolve("b.png"), 1, Map.of("parameters", refined)))
            .facts();
    assertThat(strange.kind()).isEqualTo(PictureKind.REFINED);
    assertThat(strange.sampler()).isEqualTo("Nobody");
    assertThat(strange.seed()).isEmpty();
    assertThat(strange.steps()).isEmpty();
    assertThat(strange.guidance()).isEmpty();
  }

  @Test
  void tellsWhatIsHiddenInThePixels() throws IOException {
    String hidden = "a castle\nSteps: 20, Sampler: Euler a, Seed: 5, Size: 100x70";
    Path file = folder.resolve("a.png");
    PngWriter.write(hiding(hidden), Map.of("Software", "another program"), file);
    PictureFacts facts = read(file).facts();
    assertThat(facts.prompt()).isEqualTo("a castle");
    assertThat(facts.seed()).hasValue(5);
    assertThat(facts.prompt())
        .isEqualTo(SettingsReader.read(file).orElseThrow().prompt().positive());
  }

  /** Bits of a signature, of the text's length in bits, and of the text, down the columns. */
  private static PixelImage hiding(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(19 + payload.length);
    all.put("stealth_rgbinfo".getBytes(StandardCharsets.US_ASCII));
    all.putInt(8 * payload.length).put(payload);
    byte[] rgb = new byte[3 * 100 * 70];
    for (int bit = 0; bit < 8 * all.capacity(); bit++) {
      int x = bit / 3 / 70;
      int y = bit / 3 % 70;
      rgb[3 * (100 * y + x) + bit % 3] = (byte) (all.get(bit / 8) >> (7 - bit % 8) & 1);
    }
    return PixelImage.of(100, 70, rgb);
  }

  @ParameterizedTest
  @EnumSource(CopyKind.class)
  void knowsTheSizeOfEveryFormat(CopyKind kind) throws IOException {
    Path file = folder.resolve("picture");
    PictureFile.copy(PixelImage.of(33, 17, new byte[33 * 17 * 3]), Optional.empty(), kind, file);
    assertThat(read(file).facts()).isEqualTo(PictureFacts.unknown(33, 17));
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      Optional<PictureEntry> cut = FactsReader.read(file, false);
      assertThat(cut.isPresent()).as("%d bytes", length).isEqualTo(length >= least(kind));
    }
  }

  private static int least(CopyKind kind) {
    return switch (kind) {
      case PNG -> 8;
      case JPEG -> 3;
      default -> 12;
    };
  }

  @Test
  void knowsAtLeastTheSizeOfADamagedPicture() throws IOException {
    Path file = TestPictures.own(folder.resolve("a.png"), "fox", 1);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 40, bytes.length, (byte) 0x55);
    Files.write(file, bytes);
    assertThat(read(file).facts())
        .isEqualTo(PictureFacts.unknown(TestPictures.SIDE, TestPictures.SIDE));
    Path swollen = TestPictures.swollen(folder.resolve("b.png"), 200 << 20);
    assertThat(Files.size(swollen)).isGreaterThan(200 << 20);
    assertThat(read(swollen).facts())
        .isEqualTo(PictureFacts.unknown(TestPictures.SIDE, TestPictures.SIDE));
  }

  @Test
  void whatIsNoPictureIsNone() throws IOException {
    assertThat(FactsReader.read(Files.createFile(folder.resolve("a.png")), false)).isEmpty();
    Path text = Files.writeString(folder.resolve("b.png"), "I am a text and no picture at all");
    assertThat(FactsReader.read(text, false)).isEmpty();
    assertThatThrownBy(() -> FactsReader.read(folder.resolve("gone.png"), false))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void goesByTheFolderOfTheDayBeforeTheFilesOwnTime() throws IOException {
    LocalDateTime changed = LocalDateTime.of(2026, 11, 23, 8, 30, 15);
    FileTime time = FileTime.from(changed.atZone(ZoneId.systemDefault()).toInstant());
    for (String name :
        new String[] {
          "2026-11-23/00012-7.png", "fox.png", "mine/220509-1.png", "2026-99-99/a.png"
        }) {
      Path file = TestPictures.own(folder.resolve(name), "fox", 1);
      Files.setLastModifiedTime(file, time);
      assertThat(read(file).made()).as(name).isEqualTo(changed);
    }
    Path old = TestPictures.own(folder.resolve("2020-01-02/00012-7.png"), "fox", 1);
    Files.setLastModifiedTime(old, time);
    assertThat(read(old).made()).isEqualTo(LocalDateTime.of(2020, 1, 2, 0, 0));
  }
}
