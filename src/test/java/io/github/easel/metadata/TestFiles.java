package io.github.easel.metadata;

import io.github.easel.generation.PixelImage;
import io.github.easel.image.PngWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Picture files with settings inside, made on the spot. */
final class TestFiles {

  private TestFiles() {}

  static void png(Path file, Map<String, String> texts) {
    PngWriter.write(PixelImage.of(2, 1, new byte[6]), texts, file);
  }

  /** A user comment: its eight bytes of code and the text. */
  static byte[] comment(String code, String text, Charset charset) {
    return joined(code.getBytes(StandardCharsets.US_ASCII), text.getBytes(charset));
  }

  /** A JPEG file of nothing but headers, which is as far as anyone looks for settings. */
  static byte[] jpeg(byte[] tiff) {
    byte[] exif = joined(ascii("Exif\0\0"), tiff);
    ByteBuffer head = ByteBuffer.allocate(2 + 2 + 2 + 3 + 2 + 2);
    head.putShort((short) 0xFFD8);
    head.putShort((short) 0xFFE0).putShort((short) 5).put(new byte[3]);
    head.putShort((short) 0xFFE1).putShort((short) (exif.length + 2));
    return joined(head.array(), exif, new byte[] {-1, (byte) 0xDA, 0, 2});
  }

  /** A WebP file whose EXIF block stands behind a chunk of odd length. */
  static byte[] webp(byte[] tiff) {
    byte[] chunks =
        joined(chunk("VP8X", new byte[10]), chunk("VP8 ", new byte[7]), chunk("EXIF", tiff));
    return joined(ascii("RIFF"), little(chunks.length + 4), ascii("WEBP"), chunks);
  }

  private static byte[] chunk(String name, byte[] data) {
    return joined(ascii(name), little(data.length), data, new byte[data.length % 2]);
  }

  /**
   * A TIFF structure.
   *
   * @param first the first directory's values, of EXIF's type ASCII
   * @param comment the user comment in EXIF's own directory, of type undefined
   */
  static byte[] tiff(ByteOrder order, Map<Integer, String> first, byte[] comment) {
    SortedMap<Integer, String> sorted = new TreeMap<>(first);
    int firstLength = 2 + 12 * (sorted.size() + 1) + 4;
    int at = 8 + firstLength + 2 + 12 + 4;
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(at).order(order);
    head.put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42).putInt(8);
    head.putShort((short) (sorted.size() + 1));
    for (Map.Entry<Integer, String> entry : sorted.entrySet()) {
      // Longer than four bytes in all tests, so that the value stands outside of its entry.
      byte[] value = joined(entry.getValue().getBytes(StandardCharsets.UTF_8), new byte[5]);
      head.putShort(entry.getKey().shortValue()).putShort((short) 2);
      head.putInt(value.length).putInt(at + data.size());
      data.writeBytes(value);
    }
    head.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8 + firstLength).putInt(0);
    head.putShort((short) 1).putShort((short) 0x9286).putShort((short) 7);
    head.putInt(comment.length).putInt(at + data.size()).putInt(0);
    return joined(head.array(), data.toByteArray(), comment);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
