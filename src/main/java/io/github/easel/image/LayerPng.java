package io.github.easel.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Layers as PNG files with opacity, and masks as grey ones, that any program reads. */
public final class LayerPng {

  /** Pixels that a file can have. */
  public static final long MOST_PIXELS = PngOutline.MOST_PIXELS;

  private LayerPng() {}

  /** Rows of pixels, 0xAARRGGBB, colours not multiplied by opacity. */
  @FunctionalInterface
  public interface Rows {

    /** Fills, or takes, one row. */
    void row(int y, int[] pixels);
  }

  /**
   * Writes pixels with their opacity, eight bits a channel.
   *
   * @param rows fills each row
   * @param out stays open
   */
  public static void write(int width, int height, Rows rows, OutputStream out) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      rows.row(y, row);
      image.getRaster().setDataElements(0, y, width, 1, row);
    }
    encode(image, out);
  }

  /**
   * Writes only the opacity, as grey: white is opaque.
   *
   * @param rows fills each row
   * @param out stays open
   */
  public static void writeOpacity(int width, int height, Rows rows, OutputStream out)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[width];
    byte[] grey = new byte[width];
    for (int y = 0; y < height; y++) {
      rows.row(y, row);
      for (int x = 0; x < width; x++) {
        grey[x] = (byte) (row[x] >>> 24);
      }
      image.getRaster().setDataElements(0, y, width, 1, grey);
    }
    encode(image, out);
  }

  private static void encode(BufferedImage image, OutputStream out) throws IOException {
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, "png", stream)) {
        throw new IIOException("there is no PNG writer");
      }
    }
  }

  /**
   * Reads a file of {@link #write}, or one that another program made of it.
   *
   * @param file all of its bytes
   * @param width that it must have
   * @param height that it must have
   * @param rows takes each row, from the top
   * @throws IOException if it is no such picture, whatever it holds
   */
  public static void read(byte[] file, int width, int height, Rows rows) throws IOException {
    BufferedImage image = decode(file, width, height);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      RasterImages.readRow(image, y, row);
      rows.row(y, row);
    }
  }

  /**
   * Reads a file of {@link #writeOpacity}; of one in colours that another program made of it, the
   * brightest channel counts.
   *
   * @param rows takes each row as black pixels of that opacity
   * @throws IOException as {@link #read}
   */
  public static void readOpacity(byte[] file, int width, int height, Rows rows) throws IOException {
    read(
        file,
        width,
        height,
        (y, row) -> {
          for (int x = 0; x < row.length; x++) {
            int pixel = row[x];
            int brightest = Math.max(pixel >> 16 & 255, Math.max(pixel >> 8 & 255, pixel & 255));
            row[x] = brightest << 24;
          }
          rows.row(y, row);
        });
  }

  private static BufferedImage decode(byte[] file, int width, int height) throws IOException {
    try (ImageInputStream stream = new KnownLength(file)) {
      PngOutline.check(stream);
      ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
      try {
        reader.setInput(stream, true, true);
        if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
          throw new IIOException("the picture has another size than it should");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException e) {
      // The decoder meets some damage with an index or a state out of range.
      throw new IIOException("the picture is damaged", e);
    }
  }

  private static final class KnownLength extends MemoryCacheImageInputStream {

    private final long length;

    private KnownLength(byte[] file) {
      super(new ByteArrayInputStream(file));
      this.length = file.length;
    }

    @Override
    public long length() {
      return length;
    }
  }
}
