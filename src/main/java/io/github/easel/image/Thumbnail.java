package io.github.easel.image;

import io.github.easel.generation.PixelImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Small pictures as bytes that take little room, in memory and not in files of their own. */
public final class Thumbnail {

  /** As ImageIO counts it: compression is hardly seen at this size. */
  public static final float QUALITY = 0.85f;

  private Thumbnail() {}

  /**
   * The picture as a JPEG stream.
   *
   * @param quality 0 to 1 as ImageIO counts it
   */
  public static byte[] encode(PixelImage picture, float quality) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
    try {
      JpegWriter.encode(RasterImages.of(picture), quality, new byte[0], out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all bytes", e);
    }
    return out.toByteArray();
  }

  /**
   * The picture of a JPEG stream.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  public static PixelImage decode(byte[] jpeg) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(stream, true, true);
      return RasterImages.pixels(reader.read(0));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no JPEG of " + jpeg.length + " bytes", e);
    } finally {
      reader.dispose();
    }
  }
}
