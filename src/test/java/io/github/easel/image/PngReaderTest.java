package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngReaderTest {

  private static final int HEADER_END = 8 + 25;

  private final Path file;
  private final byte[] sound;

  PngReaderTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("a.png");
    PngWriter.write(Samples.noise(6, 5, 7), Map.of("k", "v", "g", "ა"), file);
    sound = Files.readAllBytes(file);
  }

  @Test
  void readsPlainCompressedAndInternationalTexts() throws IOException {
    ByteArrayOutputStream international = new ByteArrayOutputStream();
    international.write(latin("i\0\1\0\0\0"));
    international.write(deflate("ვაშლი".getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    compressed.write(latin("z\0\0"));
    compressed.write(deflate(latin("café")));
    writeWith(
        chunk("tEXt", latin("t\0first")),
        chunk("zTXt", compressed.toByteArray()),
        chunk("iTXt", international.toByteArray()),
        chunk("tEXt", latin("t\0second")));

    assertThat(PngReader.texts(file))
        .contains(entry("t", "first"), entry("z", "café"), entry("i", "ვაშლი"), entry("k", "v"));
  }

  @Test
  void readsTextsBehindThePixels() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(sound, 0, sound.length - 12);
    all.write(chunk("tEXt", latin("late\0text")));
    all.write(sound, sound.length - 12, 12);
    Files.write(file, all.toByteArray());

    assertThat(PngReader.texts(file)).containsEntry("late", "text").containsEntry("k", "v");
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    for (int length = 0; length < sound.length; length++) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertUnreadable();
    }
  }

  @Test
  void answersWithAPictureOrAFailureWhateverByteIsDamaged() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 600; i++) {
      byte[] damaged = sound.clone();
      damaged[i < sound.length ? i : random.nextInt(sound.length)] ^=
          (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      try {
        assertThat(PngReader.pixels(file).width()).isPositive();
        assertThat(PngReader.texts(file)).isNotNull();
      } catch (GenerationException e) {
        assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE);
      }
    }
  }

  @Test
  void refusesHugeDimensions() throws IOException {
    byte[] huge = sound.clone();
    ByteBuffer.wrap(huge).putInt(16, 0x7FFFFFFF).putInt(20, 0x7FFFFFFF);
    Files.write(file, huge);

    assertUnreadable("a picture of 2147483647 x 2147483647 pixels is out of range");
  }

  @Test
  void refusesMorePixelsThanTheFileHolds() throws IOException {
    byte[] hungry = sound.clone();
    ByteBuffer.wrap(hungry).putInt(16, 2048).putInt(20, 2048);
    Files.write(file, hungry);

    assertUnreadable();
  }

  @Test
  void refusesAChunkThatClaimsMoreThanTheFileHolds() throws IOException {
    byte[] claiming = sound.clone();
    ByteBuffer.wrap(claiming).putInt(HEADER_END, 0x7FFFFFF0);
    Files.write(file, claiming);

    assertUnreadable("the file is cut short or damaged");
  }

  @Test
  void refusesTextsThatWouldInflateWithoutBound() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(latin("z\0\0"));
    bomb.write(deflate(new byte[(int) PngOutline.MOST_TEXT + 1]));
    writeWith(chunk("zTXt", bomb.toByteArray()));
    assertUnreadable("it holds more text than a picture's settings can be");

    bomb.reset();
    bomb.write(latin("z\0\1\0\0\0"));
    bomb.write(deflate(new byte[(int) PngOutline.MOST_TEXT + 1]));
    writeWith(chunk("iTXt", bomb.toByteArray()));
    assertUnreadable("it holds more text than a picture's settings can be");

    bomb.reset();
    bomb.write(latin("z\0\1\0\0\0"));
    bomb.write(new byte[(int) PngOutline.MOST_COMPRESSED_TEXT]);
    writeWith(chunk("iTXt", bomb.toByteArray()));
    assertUnreadable("it holds more text than a picture's settings can be");
  }

  @Test
  void refusesWhatIsNoPng() throws IOException {
    Files.writeString(file, "GIF89a and more");
    assertUnreadable("it is not a PNG file");
    Files.delete(file);
    assertUnreadable("the file or its folder does not exist");
    Files.createDirectory(file);
    assertUnreadable("it is a folder");
  }

  @Test
  void greyValuesStayAsTheyAre() throws IOException {
    BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 100);
    ImageIO.write(grey, "png", file.toFile());

    assertThat(PngReader.pixels(file)).isEqualTo(PixelImage.of(1, 1, new byte[] {100, 100, 100}));
  }

  @Test
  void whatShinesThroughIsWhite() throws IOException {
    BufferedImage clear = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x00102030);
    clear.setRGB(1, 0, 0xFF102030);
    ImageIO.write(clear, "png", file.toFile());

    assertThat(PngReader.pixels(file))
        .isEqualTo(PixelImage.of(2, 1, new byte[] {-1, -1, -1, 0x10, 0x20, 0x30}));
  }

  private void assertUnreadable(String reason) {
    for (Runnable reading : new Runnable[] {() -> PngReader.texts(file), this::readPixels}) {
      assertThatThrownBy(reading::run)
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE);
                assertThat(e.details()).containsExactly(file.toString(), reason);
              });
    }
  }

  private void assertUnreadable() {
    assertThatThrownBy(this::readPixels)
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
  }

  private void readPixels() {
    assertThat(PngReader.pixels(file)).isNotNull();
  }

  private void writeWith(byte[]... chunks) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(sound, 0, HEADER_END);
    for (byte[] chunk : chunks) {
      all.write(chunk);
    }
    all.write(sound, HEADER_END, sound.length - HEADER_END);
    Files.write(file, all.toByteArray());
  }

  private static byte[] chunk(String type, byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    CRC32 crc = new CRC32();
    crc.update(latin(type));
    crc.update(data);
    out.writeInt(data.length);
    out.write(latin(type));
    out.write(data);
    out.writeInt((int) crc.getValue());
    return bytes.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] deflate(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(data);
    }
    return out.toByteArray();
  }
}
