package io.github.easel.metadata;

import io.github.easel.file.FileReason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The EXIF block of a JPEG or WebP file, found by walking over the file's pieces without decoding
 * them.
 *
 * <pre>
 * JPEG = SOI *( FF marker length(2, big-endian, itself included) data ) SOS ...
 * WebP = "RIFF" size(4, little-endian) "WEBP" *( name(4) size(4, little-endian) data [ pad ] )
 * EXIF = [ "Exif" NUL NUL ] TIFF
 * </pre>
 */
final class ExifBlock {

  /** Settings with several embedded graphs stay far below this. */
  private static final long MOST_BYTES = 4L << 20;

  /** More than any picture has; an animation has one for each of its frames. */
  private static final int MOST_PIECES = 20_000;

  private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APPLICATION_1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private ExifBlock() {}

  /** The TIFF structure in the file's first EXIF block, if it has one. */
  static Optional<byte[]> of(Path file, FileKind kind) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      return (kind == FileKind.JPEG ? inJpeg(in) : inWebp(in)).map(ExifBlock::withoutPreamble);
    }
  }

  private static Optional<byte[]> inJpeg(RandomAccessFile in) throws IOException {
    long at = 2;
    for (int i = 0; i < MOST_PIECES && at + 4 <= in.length(); i++) {
      in.seek(at);
      int fill = in.readUnsignedByte();
      int marker = in.readUnsignedByte();
      if (fill != 0xFF || marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return Optional.empty();
      }
      if (marker == 0xFF) {
        at++;
        continue;
      }
      int length = in.readUnsignedShort();
      if (length < 2) {
        return Optional.empty();
      }
      if (marker == APPLICATION_1) {
        byte[] data = read(in, length - 2);
        if (startsWithPreamble(data)) {
          return Optional.of(data);
        }
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private static Optional<byte[]> inWebp(RandomAccessFile in) throws IOException {
    long at = FileKind.BEGINNING;
    for (int i = 0; i < MOST_PIECES && at + 8 <= in.length(); i++) {
      in.seek(at);
      String name = new String(read(in, 4), StandardCharsets.ISO_8859_1);
      long size = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if (name.equals("EXIF")) {
        if (size > MOST_BYTES) {
          throw new IOException(FileReason.TOO_MUCH_TEXT.words());
        }
        return Optional.of(read(in, (int) size));
      }
      at += 8 + size + (size & 1);
    }
    return Optional.empty();
  }

  private static byte[] read(RandomAccessFile in, int length) throws IOException {
    byte[] data = new byte[(int) Math.min(length, in.length() - in.getFilePointer())];
    in.readFully(data);
    return data;
  }

  private static boolean startsWithPreamble(byte[] data) {
    return data.length >= PREAMBLE.length
        && Arrays.equals(data, 0, PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length);
  }

  private static byte[] withoutPreamble(byte[] data) {
    return startsWithPreamble(data) ? Arrays.copyOfRange(data, PREAMBLE.length, data.length) : data;
  }
}
