package io.github.easel.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How the camera was held, from the EXIF block of a JPEG file.
 *
 * <pre>
 * JPEG  = SOI *( FF marker length(2, big-endian, itself included) data ) SOS ...
 * EXIF  = "Exif" NUL NUL TIFF, in the data of a marker E1
 * TIFF  = ( "II" / "MM" ) 42(2) offset(4) ...
 * there = count(2) *( tag(2) type(2) count(4) value(4) )
 * </pre>
 */
final class JpegOrientation {

  private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_PIECES = 1000;
  private static final int APPLICATION_1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;

  private JpegOrientation() {}

  /** EXIF's number for it, 1 to 8; 1 (upright) if the file does not say or says nonsense. */
  static int of(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(2);
      for (int i = 0; i < MOST_PIECES; i++) {
        int marker = in.readUnsignedShort();
        int length = in.readUnsignedShort();
        if (marker >>> 8 != 0xFF || marker == (0xFF00 | START_OF_SCAN) || length < 2) {
          return 1;
        }
        long next = in.getFilePointer() + length - 2;
        if (marker == (0xFF00 | APPLICATION_1)) {
          byte[] data = new byte[length - 2];
          in.readFully(data);
          if (Arrays.equals(
              data, 0, Math.min(data.length, PREAMBLE.length), PREAMBLE, 0, PREAMBLE.length)) {
            return inTiff(
                ByteBuffer.wrap(data, PREAMBLE.length, data.length - PREAMBLE.length).slice());
          }
        }
        in.seek(next);
      }
      return 1;
    } catch (EOFException cutShort) {
      return 1;
    }
  }

  /**
   * The number in a TIFF structure, as it stands in EXIF blocks of all kinds of files; 1 if there
   * is none.
   */
  static int inTiff(ByteBuffer tiff) {
    try {
      tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int at = tiff.getInt(4);
      int entries = tiff.getShort(at) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = at + Short.BYTES + i * ENTRY;
        if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
          int value = tiff.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
      return 1;
    } catch (IndexOutOfBoundsException damaged) {
      return 1;
    }
  }
}
