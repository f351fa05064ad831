package io.github.easel.canvas;

import io.github.easel.generation.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A tile's pixels as bytes: 256 x 256 times four, opacity, red, green and blue, row by row. They
 * are named by their SHA-256 in 64 hexadecimal digits, and lie compressed (zlib, RFC 1950) on the
 * disk.
 */
final class TileBytes {

  /** Bytes of a tile. */
  static final int LENGTH = Tile.SIDE * Tile.SIDE * Integer.BYTES;

  private TileBytes() {}

  static byte[] of(int[] pixels) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    bytes.asIntBuffer().put(pixels);
    return bytes.array();
  }

  /**
   * The pixels of such bytes.
   *
   * @param name what they must be named
   * @throws IOException if they are not, or a colour is larger than its opacity
   */
  static int[] pixels(byte[] bytes, String name) throws IOException {
    if (bytes.length != LENGTH || !name(bytes).equals(name)) {
      throw new IOException("the file is damaged");
    }
    int[] pixels = new int[Tile.SIDE * Tile.SIDE];
    ByteBuffer.wrap(bytes).asIntBuffer().get(pixels);
    for (int pixel : pixels) {
      int alpha = pixel >>> 24;
      if ((pixel >> 16 & 255) > alpha || (pixel >> 8 & 255) > alpha || (pixel & 255) > alpha) {
        throw new IOException("the file holds no pixels");
      }
    }
    return pixels;
  }

  static String name(byte[] bytes) {
    return HexFormat.of().formatHex(ContentHash.sha256().digest(bytes));
  }

  static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] into = new byte[bytes.length + bytes.length / 8 + 64];
      int length = deflater.deflate(into);
      return java.util.Arrays.copyOf(into, length);
    } finally {
      deflater.end();
    }
  }

  /**
   * The bytes again, a tile's number at most.
   *
   * @throws IOException if they are fewer or more
   */
  static byte[] inflated(byte[] deflated) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] bytes = new byte[LENGTH];
      int length = 0;
      int count = inflater.inflate(bytes);
      while (count > 0 && length + count < LENGTH) {
        length += count;
        count = inflater.inflate(bytes, length, LENGTH - length);
      }
      if (length + count != LENGTH || inflater.inflate(new byte[1]) != 0) {
        throw new IOException("the file is damaged");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IOException("the file is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
