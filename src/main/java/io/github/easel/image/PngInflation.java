package io.github.easel.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How long a compressed text of a PNG file becomes, found out without keeping it. */
final class PngInflation {

  private static final int PIECE = 8192;

  private PngInflation() {}

  /**
   * The length of the text in such a chunk.
   *
   * <pre>
   * zTXt = keyword NUL method(1) deflated
   * iTXt = keyword NUL flag(1) method(1) language NUL translated keyword NUL deflated
   * </pre>
   *
   * @param most no longer lengths are told apart
   * @return bytes; as many as came out before a damage, which the decoder will meet itself
   */
  static long length(byte[] chunk, boolean international, long most) {
    int from = behindNul(chunk, 0) + 1;
    if (international) {
      from = behindNul(chunk, behindNul(chunk, from + 1));
    }
    if (from >= chunk.length) {
      return 0;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk, from, chunk.length - from);
      byte[] piece = new byte[PIECE];
      int count = inflater.inflate(piece);
      while (count > 0 && inflater.getBytesWritten() < most) {
        count = inflater.inflate(piece);
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException damaged) {
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }

  private static int behindNul(byte[] chunk, int from) {
    int at = from;
    while (at < chunk.length && chunk[at] != 0) {
      at++;
    }
    return at + 1;
  }
}
