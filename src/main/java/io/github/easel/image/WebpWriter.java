package io.github.easel.image;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pictures as WebP files.
 *
 * <pre>
 * file  = "RIFF" size "WEBP" ( picture / VP8X picture EXIF )
 * chunk = name(4) size(4, little-endian) data [ pad ]
 * </pre>
 */
final class WebpWriter {

  private static final int LONGEST_SIDE = 16_383;
  private static final int OUTER = 12;
  private static final int EXIF_FLAG = 8;

  private WebpWriter() {}

  /**
   * Writes the picture. The file appears only once all of it is written; what is there under the
   * name is replaced.
   *
   * @param quality 0 to 1, 1 for a file that keeps every pixel
   * @param exif a TIFF structure; empty for none
   * @throws GenerationException {@code FILE_UNWRITABLE}, also where the encoder's native library
   *     does not load; its folder must exist
   */
  static void write(PixelImage image, float quality, byte[] exif, Path file) {
    try {
      if (Math.max(image.width(), image.height()) > LONGEST_SIDE) {
        throw new IIOException(
            "a WebP file's sides have at most %d pixels".formatted(LONGEST_SIDE));
      }
      byte[] plain = encode(image, quality);
      byte[] whole = exif.length == 0 ? plain : described(plain, image, exif);
      AtomicFile.write(file, out -> out.write(whole));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  private static byte[] encode(PixelImage image, float quality) throws IOException {
    try {
      ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
        writer.setOutput(stream);
        writer.write(null, new IIOImage(RasterImages.of(image), null, null), wish(quality));
      } finally {
        writer.dispose();
      }
      return out.toByteArray();
    } catch (LinkageError e) {
      throw new IIOException(
          "the WebP encoder does not work on this kind of computer; PNG and JPEG do", e);
    }
  }

  private static ImageWriteParam wish(float quality) {
    WebPWriteParam wish = new WebPWriteParam(Locale.ROOT);
    boolean lossless = quality >= 1;
    wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    wish.setCompressionType(
        wish.getCompressionTypes()[
            lossless ? WebPWriteParam.LOSSLESS_COMPRESSION : WebPWriteParam.LOSSY_COMPRESSION]);
    // of a lossless file it is the effort
    wish.setCompressionQuality(lossless ? 0.75f : quality);
    return wish;
  }

  private static byte[] described(byte[] plain, PixelImage image, byte[] exif) {
    ByteBuffer canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    canvas.putInt(EXIF_FLAG);
    put24(canvas, image.width() - 1);
    put24(canvas, image.height() - 1);
    byte[] before = chunk("VP8X", canvas.array());
    byte[] after = chunk("EXIF", exif);
    ByteBuffer file = ByteBuffer.allocate(plain.length + before.length + after.length);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put(plain, 0, OUTER).put(before).put(plain, OUTER, plain.length - OUTER).put(after);
    file.putInt(4, file.capacity() - 8);
    return file.array();
  }

  private static byte[] chunk(String name, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + data.length + data.length % 2);
    chunk.order(ByteOrder.LITTLE_ENDIAN).put(name.getBytes(StandardCharsets.US_ASCII));
    return chunk.putInt(data.length).put(data).array();
  }

  private static void put24(ByteBuffer buffer, int value) {
    buffer.putShort((short) value).put((byte) (value >> 16));
  }
}
