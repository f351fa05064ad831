package io.github.easel.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTextsTest {

  private static final String TEXT =
      "წითელი cat\nSteps: 20, Sampler: Euler a, Seed: 5, Size: 64x64";

  private final Path file;

  PictureTextsTest(@TempDir Path folder) {
    // The name tells nothing: files are told by what they hold.
    file = folder.resolve("picture.bin");
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        Arguments.of("UNICODE\0", StandardCharsets.UTF_16BE),
        Arguments.of("UNICODE\0", StandardCharsets.UTF_16LE),
        Arguments.of("UNICODE\0", StandardCharsets.UTF_16),
        Arguments.of("UNICODE\0", StandardCharsets.UTF_8),
        Arguments.of("ASCII\0\0\0", StandardCharsets.UTF_8),
        Arguments.of("\0\0\0\0\0\0\0\0", StandardCharsets.UTF_8),
        Arguments.of("", StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void readsUserCommentsOfEveryCodeAndByteOrder(String code, Charset charset) throws IOException {
    byte[] comment = TestFiles.comment(code, TEXT, charset);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      byte[] tiff = TestFiles.tiff(order, Map.of(0x010E, "a description"), comment);
      for (byte[] picture :
          new byte[][] {
            TestFiles.jpeg(tiff),
            TestFiles.webp(tiff),
            TestFiles.webp(TestFiles.joined(TestFiles.ascii("Exif\0\0"), tiff))
          }) {
        Files.write(file, picture);
        assertThat(PictureTexts.of(file))
            .containsEntry("UserComment", TEXT)
            .containsEntry("ImageDescription", "a description");
      }
    }
  }

  @Test
  void readsLatinCommentsThatAreNoUtf8() throws IOException {
    byte[] comment = TestFiles.comment("ASCII\0\0\0", "café", StandardCharsets.ISO_8859_1);
    Files.write(file, TestFiles.jpeg(TestFiles.tiff(ByteOrder.BIG_ENDIAN, Map.of(), comment)));

    assertThat(PictureTexts.of(file)).containsEntry("UserComment", "café");
  }

  @Test
  void readsPngTextsAndPlainTexts() throws IOException {
    TestFiles.png(file, Map.of("parameters", TEXT));
    assertThat(PictureTexts.of(file)).containsExactly(Map.entry("parameters", TEXT));

    Files.writeString(file, "\uFEFF" + TEXT);
    assertThat(PictureTexts.of(file)).containsExactly(Map.entry(PictureTexts.PLAIN, TEXT));
  }

  @Test
  void picturesWithoutTextsHaveNone() throws IOException {
    TestFiles.png(file, Map.of());
    assertThat(PictureTexts.of(file)).isEmpty();
    Files.write(file, new byte[] {-1, (byte) 0xD8, -1, (byte) 0xD9});
    assertThat(PictureTexts.of(file)).isEmpty();
    assertThat(SettingsReader.read(file)).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithOtherFiles(@TempDir Path folder) throws IOException {
    assertUnreadable(folder, "it is a folder");
    assertUnreadable(folder.resolve("none"), "the file or its folder does not exist");
    Files.write(file, new byte[] {1, 0, 2});
    assertUnreadable(file, "it is neither a PNG, JPEG or WebP picture nor a text");
    Files.write(file, new byte[] {(byte) 0xC3, 0x28});
    assertUnreadable(file, "it is neither a PNG, JPEG or WebP picture nor a text");
  }

  @Test
  void asksForNoMemoryThatAFileOnlyClaims() throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      // A sparse file: 3 GB of text, of EXIF, of a PNG text.
      out.write("a".getBytes(StandardCharsets.US_ASCII));
      out.setLength(3L << 30);
    }
    assertUnreadable(file, "it is neither a PNG, JPEG or WebP picture nor a text");

    byte[] webp = TestFiles.webp(new byte[0]);
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(webp.length - 4, 2_000_000_000);
    Files.write(file, webp);
    assertUnreadable(file, "it holds more text than a picture's settings can be");
  }

  @Test
  void readsEachTextOnceHoweverManyEntriesPointToIt() {
    byte[] comment = new byte[1 << 20];
    Arrays.fill(comment, (byte) 'a');
    byte[] tiff = TestFiles.tiff(ByteOrder.BIG_ENDIAN, Map.of(), comment);
    int entries = 60_000;
    ByteBuffer many = ByteBuffer.allocate(8 + 2 + 12 * entries + 4);
    many.put(tiff, 0, 8).putShort((short) entries);
    for (int i = 0; i < entries; i++) {
      many.putShort((short) 0x010E).putShort((short) 2).putInt(many.capacity()).putInt(0);
    }

    assertThat(ExifTexts.of(many.array()).keySet()).containsExactly("ImageDescription");
  }

  private static void assertUnreadable(Path file, String reason) {
    assertThatThrownBy(() -> PictureTexts.of(file))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE);
              assertThat(e.details()).containsExactly(file.toString(), reason);
            });
  }
}
