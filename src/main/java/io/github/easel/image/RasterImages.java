package io.github.easel.image;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Between our pixels and Java's images. */
final class RasterImages {

  private static final int CHANNELS = 3;

  private RasterImages() {}

  /** An image of the same pixels in sRGB, red first. */
  static BufferedImage of(PixelImage image) {
    byte[] rgb = image.rgb();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(rgb, rgb.length),
            image.width(),
            image.height(),
            image.width() * CHANNELS,
            CHANNELS,
            new int[] {0, 1, 2},
            null);
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }

  /** The image's pixels as sRGB bytes; what shines through is white. */
  static PixelImage pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[width * height * CHANNELS];
    if (isPlain(image)) {
      image.getRaster().getDataElements(0, 0, width, height, rgb);
      return PixelImage.of(width, height, rgb);
    }
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      readRow(image, y, row);
      int at = y * width * CHANNELS;
      for (int argb : row) {
        int alpha = argb >>> 24;
        rgb[at++] = overWhite(argb >> 16 & 255, alpha);
        rgb[at++] = overWhite(argb >> 8 & 255, alpha);
        rgb[at++] = overWhite(argb & 255, alpha);
      }
    }
    return PixelImage.of(width, height, rgb);
  }

  /** Whether its bands are our bytes already, which spares most pictures a slow conversion. */
  private static boolean isPlain(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    return colours instanceof ComponentColorModel
        && colours.getColorSpace().isCS_sRGB()
        && colours.getTransferType() == DataBuffer.TYPE_BYTE
        && colours.getNumComponents() == CHANNELS
        && !colours.hasAlpha()
        && colours.getComponentSize(0) == Byte.SIZE;
  }

  /**
   * The image as a mask, all three channels alike: how opaque it is where anything of it shines
   * through, else how bright (luma of ITU-R BT.601, as other programs take it).
   */
  static PixelImage marks(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] opaque = new byte[width * height];
    byte[] bright = new byte[width * height];
    boolean through = false;
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      readRow(image, y, row);
      for (int x = 0; x < width; x++) {
        int alpha = row[x] >>> 24;
        through |= alpha < 255;
        opaque[y * width + x] = (byte) alpha;
        bright[y * width + x] = luma(row[x]);
      }
    }
    return GreyPixels.of(Mask.of(width, height, through ? opaque : bright));
  }

  private static byte luma(int argb) {
    int sum = 299 * (argb >> 16 & 255) + 587 * (argb >> 8 & 255) + 114 * (argb & 255);
    return (byte) ((sum + 500) / 1000);
  }

  /** A grey image of a mask. */
  static BufferedImage of(Mask mask) {
    BufferedImage image =
        new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, mask.width(), mask.height(), mask.values());
    return image;
  }

  static void readRow(BufferedImage image, int y, int[] row) {
    int bands = image.getRaster().getNumBands();
    if (bands > 2 || image.getColorModel() instanceof IndexColorModel) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      return;
    }
    // getRGB takes grey values for linear light and would brighten them; in a PNG they are sRGB.
    int shift = image.getSampleModel().getSampleSize(0) - 8;
    for (int x = 0; x < row.length; x++) {
      int grey = image.getRaster().getSample(x, y, 0) >> shift;
      int alpha = bands == 2 ? image.getRaster().getSample(x, y, 1) >> shift : 255;
      row[x] = alpha << 24 | grey << 16 | grey << 8 | grey;
    }
  }

  private static byte overWhite(int value, int alpha) {
    return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
  }
}
