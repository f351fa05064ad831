package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

  /** Colours of the corners, clockwise from the top left. */
  private static final int[] CORNERS = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF};

  @TempDir Path folder;

  /** 48 x 32, each quarter of one colour. */
  private static PixelImage quarters() {
    byte[] rgb = new byte[3 * 48 * 32];
    for (int i = 0; i < 48 * 32; i++) {
      int quarter = i / 48 < 16 ? i % 48 / 24 : 3 - i % 48 / 24;
      rgb[3 * i] = (byte) (CORNERS[quarter] >> 16);
      rgb[3 * i + 1] = (byte) (CORNERS[quarter] >> 8);
      rgb[3 * i + 2] = (byte) CORNERS[quarter];
    }
    return PixelImage.of(48, 32, rgb);
  }

  private static byte[] encoded(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PixelImage image = quarters();
    BufferedImage raster = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 48 * 32; i++) {
      raster.setRGB(i % 48, i / 48, image.argb(i % 48, i / 48));
    }
    assertThat(ImageIO.write(raster, format, out)).isTrue();
    return out.toByteArray();
  }

  private Path write(byte[] bytes) throws IOException {
    // The name says nothing: the bytes do.
    return Files.write(folder.resolve("picture"), bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
  void readsEveryPixel(String format) throws IOException {
    assertThat(PictureReader.read(write(encoded(format)))).isEqualTo(quarters());
  }

  @Test
  void readsWhatEaselWrites() {
    Path file = folder.resolve("own.png");
    PngWriter.write(Samples.noise(17, 9, 3), Map.of("a", "b"), file);
    assertThat(PictureReader.read(file)).isEqualTo(Samples.noise(17, 9, 3));
  }

  /**
   * EXIF's orientations: which of the stored corners is seen at the top left, and which at the top
   * right.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1", "1, 0, 1", "2, 1, 0", "3, 2, 3", "4, 3, 2", "5, 0, 3", "6, 3, 0", "7, 2, 1",
    "8, 1, 2", "9, 0, 1"
  })
  void holdsPhotographsUpright(int orientation, int topLeft, int topRight) throws IOException {
    for (boolean little : new boolean[] {true, false}) {
      PixelImage image = PictureReader.read(write(photograph(orientation, little)));
      boolean turned = orientation >= 5 && orientation <= 8;
      assertThat(image.width()).isEqualTo(turned ? 32 : 48);
      assertThat(image.height()).isEqualTo(turned ? 48 : 32);
      assertNear(image.argb(5, 5), CORNERS[topLeft]);
      assertNear(image.argb(image.width() - 6, 5), CORNERS[topRight]);
    }
  }

  private static void assertNear(int argb, int colour) {
    for (int shift = 0; shift < 24; shift += 8) {
      assertThat(argb >> shift & 255).isCloseTo(colour >> shift & 255, within(40));
    }
  }

  private static byte[] photograph(int orientation, boolean little) throws IOException {
    byte[] jpeg = encoded("jpg");
    ByteBuffer tiff = ByteBuffer.allocate(26);
    if (little) {
      tiff.order(java.nio.ByteOrder.LITTLE_ENDIAN);
    }
    tiff.putShort((short) (little ? 0x4949 : 0x4D4D)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + tiff.capacity())});
    out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.write(tiff.array());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  @Test
  void whatShinesThroughIsWhite() throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(1, 1, 0x80FF0000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    PixelImage read = PictureReader.read(write(out.toByteArray()));
    assertThat(read.argb(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(read.argb(1, 1)).isEqualTo(0xFFFF7F7F);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void refusesFilesThatAreCutShort(String format) throws IOException {
    byte[] whole = encoded(format);
    Path file = write(Arrays.copyOf(whole, whole.length * 2 / 3));
    assertRefused(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "words", "GIF89a", "BM", "II*\0", "RIFF0000WEBPVP8 "})
  void refusesWhatIsNoPicture(String text) throws IOException {
    assertRefused(write(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void refusesWhatIsNotThere() {
    assertRefused(folder.resolve("none.png"));
    assertRefused(folder);
  }

  /** Small files that claim 60000 x 60000 pixels. */
  @Test
  void refusesPicturesThatClaimToBeHuge() throws IOException {
    byte[] gif = encoded("gif");
    ByteBuffer.wrap(gif).order(java.nio.ByteOrder.LITTLE_ENDIAN).putShort(6, (short) 60000);
    ByteBuffer.wrap(gif).order(java.nio.ByteOrder.LITTLE_ENDIAN).putShort(8, (short) 60000);
    int frame = indexOf(gif, (byte) 0x2C);
    ByteBuffer.wrap(gif)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt(frame + 5, 60000 << 16 | 60000);
    assertRefused(write(gif));
    byte[] bmp = encoded("bmp");
    ByteBuffer.wrap(bmp)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt(18, 60000)
        .putInt(22, 60000);
    assertRefused(write(bmp));
    byte[] jpeg = encoded("jpg");
    int header = indexOf(jpeg, (byte) 0xC0);
    ByteBuffer.wrap(jpeg).putInt(header + 4, 60000 << 16 | 60000);
    assertThatThrownBy(() -> PictureReader.read(write(jpeg))).hasMessageContaining("60000 x 60000");
  }

  private static int indexOf(byte[] bytes, byte wanted) {
    for (int i = 20; i < bytes.length; i++) {
      boolean marker = wanted != (byte) 0xC0 || bytes[i - 1] == (byte) 0xFF;
      if (bytes[i] == wanted && marker) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  /** Whatever bytes are damaged, the answer is a picture or a sentence. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void survivesDamage(String format) throws IOException {
    Random random = new Random(7);
    byte[] sound = "jpg".equals(format) ? photograph(6, true) : encoded(format);
    int refused = 0;
    for (int i = 0; i < 150; i++) {
      byte[] damaged = sound.clone();
      for (int j = 0; j <= random.nextInt(6); j++) {
        damaged[random.nextInt(Math.min(damaged.length, 400))] = (byte) random.nextInt();
      }
      try {
        assertThat(PictureReader.read(write(damaged)).width()).isPositive();
      } catch (GenerationException e) {
        assertThat(e.failure()).isIn(Failure.FILE_UNREADABLE, Failure.OUT_OF_MEMORY);
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static void assertRefused(Path file) {
    assertThatThrownBy(() -> PictureReader.read(file))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE);
              assertThat(e.details()).hasSize(2).noneMatch(String::isBlank);
              assertThat(e.details().get(1)).doesNotContain("\n", "Exception");
            });
  }
}
