package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpReadingTest {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Path file;

  WebpReadingTest(@TempDir Path folder) {
    file = folder.resolve("named-wrongly.png");
  }

  @ParameterizedTest
  @ValueSource(floats = {0.5f, 1})
  void picturesAreToldByTheirContent(float quality) {
    PixelImage plain = flat(5, 3, 200);
    WebpWriter.write(plain, quality, new byte[0], file);
    PixelImage read = PictureReader.read(file);
    assertThat(read.width()).isEqualTo(5);
    assertThat(read.height()).isEqualTo(3);
    assertThat(read.argb(4, 2) & 255).isBetween(195, 205);
  }

  @Test
  void picturesStandAsTheirCameraSays() {
    PixelImage lying = Samples.noise(4, 2, 1);
    for (String preamble : new String[] {"", "Exif\0\0"}) {
      WebpWriter.write(lying, 1, orientation(preamble, 6), file);
      PixelImage upright = PictureReader.read(file);
      assertThat(upright).isEqualTo(Turning.upright(lying, 6));
      assertThat(upright.width()).isEqualTo(2);
    }
  }

  @Test
  void whatShinesThroughIsWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00102030);
    image.setRGB(1, 0, 0xFF102030);
    Files.write(file, lossless(image));
    PixelImage read = PictureReader.read(file);
    assertThat(read.argb(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(read.argb(1, 0)).isEqualTo(0xFF102030);
  }

  @ParameterizedTest
  @ValueSource(floats = {0.5f, 1})
  void cutShortAnywhereItIsRefused(float quality) throws IOException {
    WebpWriter.write(Samples.noise(9, 7, 3), quality, orientation("", 1), file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, ByteBuffer.allocate(length).put(whole, 0, length).array());
      // the settings stand behind the picture, and without them it is whole
      if (!pictureIsWhole(whole, length)) {
        assertRefused();
      }
    }
  }

  private static boolean pictureIsWhole(byte[] file, int length) {
    int picture = 12 + 8 + 10;
    int size = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(picture + 4);
    return length >= picture + 8 + size;
  }

  @ParameterizedTest
  @ValueSource(floats = {0.5f, 1})
  void damageGivesAPictureOrASentence(float quality) throws IOException {
    WebpWriter.write(Samples.noise(40, 30, 3), quality, orientation("", 1), file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j <= i % 8; j++) {
        // most in the beginning, where the headers are
        int at = random.nextBoolean() ? random.nextInt(60) : random.nextInt(damaged.length);
        damaged[at] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      Assertions.assertTimeoutPreemptively(LONGEST, this::readOrRefuse, "number " + i);
    }
  }

  private void readOrRefuse() {
    try {
      assertThat(PictureReader.read(file).width()).isPositive();
    } catch (GenerationException refused) {
      assertThat(refused.failure()).isIn(Failure.FILE_UNREADABLE, Failure.OUT_OF_MEMORY);
    }
  }

  @Test
  void moreThanAPictureDeservesIsRefusedUnread() throws IOException {
    ByteBuffer canvas = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    canvas.put(ascii("RIFF")).putInt(40).put(ascii("WEBPVP8X")).putInt(10).putInt(0);
    canvas.put(new byte[] {-1, -1, -1, -1, -1, -1});
    canvas.put(ascii("VP8L")).putInt(10).put((byte) 0x2F);
    Files.write(file, canvas.array());
    assertThatThrownBy(() -> PictureReader.read(file))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e ->
                assertThat(e.details().get(1))
                    .isEqualTo("a picture of 16777216 x 16777216 pixels is out of range"));
  }

  private void assertRefused() {
    assertThatThrownBy(() -> PictureReader.read(file))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE);
              assertThat(e.details().get(1)).isNotBlank();
            });
  }

  private static byte[] orientation(String preamble, int number) {
    ByteBuffer exif = ByteBuffer.allocate(preamble.length() + 26).put(ascii(preamble));
    exif.put(ascii("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) number);
    return exif.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static PixelImage flat(int width, int height, int value) {
    byte[] rgb = new byte[width * height * 3];
    java.util.Arrays.fill(rgb, (byte) value);
    return PixelImage.of(width, height, rgb);
  }

  private static byte[] lossless(BufferedImage image) throws IOException {
    WebPWriteParam wish = new WebPWriteParam(Locale.ROOT);
    wish.setCompressionMode(WebPWriteParam.MODE_EXPLICIT);
    wish.setCompressionType("Lossless");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), wish);
    }
    return out.toByteArray();
  }
}
