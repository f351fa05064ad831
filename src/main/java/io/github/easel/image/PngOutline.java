package io.github.easel.image;

import io.github.easel.file.FileReason;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * Walks over a PNG file's chunks without decoding them and refuses a file that would make the
 * decoder ask for more memory than a picture deserves: the decoder believes every length that a
 * file claims and inflates its texts without bound.
 *
 * <pre>
 * file  = signature IHDR *chunk IEND
 * chunk = length(4, big-endian) type(4) data(length) crc(4)
 * </pre>
 */
final class PngOutline {

  /** 64 million pixels, an 8192 by 8192 square: 192 MiB of bytes. */
  static final long MOST_PIXELS = 1L << 26;

  /** Bytes of texts in all, compressed ones as long as they become. */
  static final long MOST_TEXT = 8L << 20;

  /** Bytes of compressed texts in all, as they stand in the file. */
  static final long MOST_COMPRESSED_TEXT = 1L << 20;

  private static final int MOST_CHUNKS = 250_000;
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int HEADER = 0x49484452;
  private static final int END = 0x49454E44;
  private static final int TEXT = 0x74455874;
  private static final int COMPRESSED_TEXT = 0x7A545874;
  private static final int INTERNATIONAL_TEXT = 0x69545874;
  private static final int FRAME = 12;
  private static final int LONGEST_KEYWORD = 79;

  private final ImageInputStream stream;
  private long text;
  private long compressedText;

  private PngOutline(ImageInputStream stream) {
    this.stream = stream;
  }

  /**
   * Checks the whole file and goes back to its beginning.
   *
   * @param stream big-endian, at its beginning, of known length
   * @throws IIOException if it is no PNG file, is cut short or asks for too much, in words
   */
  static void check(ImageInputStream stream) throws IOException {
    new PngOutline(stream).check();
    stream.seek(0);
  }

  private void check() throws IOException {
    long size = stream.length();
    if (size < Long.BYTES || stream.readLong() != SIGNATURE) {
      throw new IIOException(FileReason.NO_PNG.words());
    }
    boolean first = true;
    int chunks = 0;
    for (int type = 0; type != END; first = false) {
      if (++chunks > MOST_CHUNKS) {
        throw new IIOException("it consists of more pieces than a picture needs");
      }
      long at = stream.getStreamPosition();
      if (size - at < FRAME) {
        throw cutShort();
      }
      long length = stream.readUnsignedInt();
      type = stream.readInt();
      if (length > size - at - FRAME) {
        throw cutShort();
      }
      if (first != (type == HEADER)) {
        throw new IIOException("its PNG header is damaged");
      }
      weigh(type, length);
      stream.seek(at + FRAME + length);
    }
  }

  private void weigh(int type, long length) throws IOException {
    if (type == HEADER) {
      long width = stream.readUnsignedInt();
      long height = stream.readUnsignedInt();
      if (width == 0 || height == 0 || width > MOST_PIXELS / height) {
        throw new IIOException(
            "a picture of %d x %d pixels is out of range".formatted(width, height));
      }
    } else if (type == COMPRESSED_TEXT || type == INTERNATIONAL_TEXT) {
      weighText(type, stream.getStreamPosition(), length);
    } else if (type == TEXT) {
      text += length;
    }
    if (text > MOST_TEXT || compressedText > MOST_COMPRESSED_TEXT) {
      throw new IIOException(FileReason.TOO_MUCH_TEXT.words());
    }
  }

  /** Counts a text as it is, or, if it is compressed, as long as it becomes. */
  private void weighText(int type, long from, long length) throws IOException {
    if (type == INTERNATIONAL_TEXT && !isCompressed(length)) {
      text += length;
      return;
    }
    compressedText += length;
    if (compressedText <= MOST_COMPRESSED_TEXT) {
      stream.seek(from);
      byte[] data = new byte[(int) length];
      stream.readFully(data);
      text += PngInflation.length(data, type == INTERNATIONAL_TEXT, MOST_TEXT + 1);
    }
  }

  /** Whether the flag behind the keyword's NUL is set. */
  private boolean isCompressed(long length) throws IOException {
    for (long i = 0; i < Math.min(length - 1, LONGEST_KEYWORD + 1); i++) {
      if (stream.readByte() == 0) {
        return stream.readByte() != 0;
      }
    }
    return false;
  }

  private static IIOException cutShort() {
    return new IIOException(FileReason.CUT_SHORT.words());
  }
}
