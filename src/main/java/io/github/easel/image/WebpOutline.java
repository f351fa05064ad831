package io.github.easel.image;

import io.github.easel.file.FileReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * Walks over a WebP file's chunks without decoding them and refuses a file that is cut short or
 * would make the decoder ask for more memory than a picture deserves.
 *
 * <pre>
 * file  = "RIFF" size "WEBP" *chunk
 * chunk = name(4) size(4, little-endian) data [ pad ]
 * VP8X  = flags(1) reserved(3) width-1(3) height-1(3)
 * VP8   = frame tag(3) 9D 01 2A width(2, 14 bits) height(2, 14 bits) ...
 * VP8L  = 2F width-1(14 bits) height-1(14 bits) ...
 * ANMF  = x(3) y(3) width-1(3) height-1(3) ...
 * </pre>
 */
final class WebpOutline {

  private static final int RIFF = 0x52494646;
  private static final int WEBP = 0x57454250;
  private static final int CANVAS = 0x56503858;
  private static final int LOSSY = 0x56503820;
  private static final int LOSSLESS = 0x5650384C;
  private static final int FRAME = 0x414E4D46;
  private static final int PROFILE = 0x49434350;
  private static final int EXIF = 0x45584946;
  private static final int OUTER = 12;
  private static final int MOST_CHUNKS = 20_000;
  private static final int MOST_ASIDE = 4 << 20;

  private WebpOutline() {}

  /** Whether it is a WebP file; goes back to the beginning. */
  static boolean begins(ImageInputStream stream) throws IOException {
    boolean webp = stream.length() >= OUTER && stream.readInt() == RIFF;
    stream.seek(8);
    webp = webp && stream.readInt() == WEBP;
    stream.seek(0);
    return webp;
  }

  /**
   * Checks the whole file and goes back to its beginning.
   *
   * @param stream at its beginning, of known length
   * @return EXIF's number for how the camera was held, 1 to 8
   * @throws IIOException if it is cut short or asks for too much, in words
   */
  static int check(ImageInputStream stream) throws IOException {
    int orientation = 1;
    boolean picture = false;
    long at = OUTER;
    stream.seek(4);
    long end = Math.min(stream.length(), 8 + little32(stream));
    for (int i = 0; at + 8 <= end && i < MOST_CHUNKS; i++) {
      stream.seek(at);
      int name = stream.readInt();
      long size = little32(stream);
      if (size > stream.length() - at - 8) {
        throw new IIOException(FileReason.CUT_SHORT.words());
      }
      byte[] beginning = new byte[(int) Math.min(size, 16)];
      stream.readFully(beginning);
      checkSize(name, ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN));
      picture |= name == LOSSY || name == LOSSLESS || name == FRAME;
      if (name == PROFILE && size > MOST_ASIDE) {
        throw new IIOException("its colour profile is out of range");
      }
      if (name == EXIF && size <= MOST_ASIDE) {
        stream.seek(at + 8);
        byte[] block = new byte[(int) size];
        stream.readFully(block);
        orientation = JpegOrientation.inTiff(withoutPreamble(block));
      }
      at += 8 + size + (size & 1);
    }
    if (!picture) {
      throw new IIOException("the file is cut short or holds no picture");
    }
    stream.seek(0);
    return orientation;
  }

  private static ByteBuffer withoutPreamble(byte[] block) {
    int from = new String(block, StandardCharsets.ISO_8859_1).startsWith("Exif\0\0") ? 6 : 0;
    return ByteBuffer.wrap(block, from, block.length - from).slice();
  }

  private static void checkSize(int name, ByteBuffer data) throws IIOException {
    try {
      switch (name) {
        case CANVAS -> check(1 + int24(data, 4), 1 + int24(data, 7));
        case FRAME -> check(1 + int24(data, 6), 1 + int24(data, 9));
        case LOSSY -> check(data.getShort(6) & 0x3FFF, data.getShort(8) & 0x3FFF);
        case LOSSLESS -> {
          int bits = data.getInt(1);
          check(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
        }
        default -> {}
      }
    } catch (IndexOutOfBoundsException e) {
      throw new IIOException(FileReason.DAMAGED.words(), e);
    }
  }

  private static void check(int width, int height) throws IIOException {
    if (width < 1 || height < 1 || width > PngOutline.MOST_PIXELS / height) {
      throw new IIOException(
          "a picture of %d x %d pixels is out of range".formatted(width, height));
    }
  }

  private static int int24(ByteBuffer data, int at) {
    return (data.getShort(at) & 0xFFFF) | ((data.get(at + 2) & 0xFF) << 16);
  }

  private static long little32(ImageInputStream stream) throws IOException {
    return Integer.toUnsignedLong(Integer.reverseBytes(stream.readInt()));
  }
}
