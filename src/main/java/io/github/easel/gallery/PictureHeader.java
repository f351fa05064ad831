package io.github.easel.gallery;

import io.github.easel.metadata.FileKind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the beginning of a picture's file tells, without decoding it. A file that begins like a
 * picture is one, however damaged the rest of it is.
 *
 * <pre>
 * PNG  = 89 "PNG" 0D 0A 1A 0A length(4) "IHDR" width(4) height(4) ...
 * JPEG = FF D8 *( FF marker length(2, itself included) data ); SOF = precision(1) height(2) width(2)
 * WebP = "RIFF" size(4) "WEBP" ( "VP8X" | "VP8 " | "VP8L" ) size(4) ...
 * </pre>
 *
 * @param width pixels, 0 if the file is cut short or damaged before it tells
 * @param height likewise
 */
record PictureHeader(int width, int height) {

  private static final int BEGINNING = 32;
  private static final int MOST_PIECES = 2_000;

  /**
   * Reads it; nothing if the file is no picture of a kind that a collection holds.
   *
   * @throws IOException if the file cannot be read
   */
  static Optional<PictureHeader> of(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer head = read(channel, 0, BEGINNING);
      byte[] beginning = new byte[head.limit()];
      head.get(0, beginning);
      return switch (FileKind.of(beginning)) {
        case PNG -> Optional.of(png(head));
        case JPEG -> Optional.of(jpeg(channel));
        case WEBP -> Optional.of(webp(head.order(ByteOrder.LITTLE_ENDIAN)));
        case OTHER -> Optional.empty();
      };
    }
  }

  private static ByteBuffer read(SeekableByteChannel channel, long from, int most)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    channel.position(from);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // as long as there is more
    }
    return bytes.flip();
  }

  private static boolean is(ByteBuffer bytes, int at, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    if (bytes.limit() < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes.get(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static PictureHeader png(ByteBuffer head) {
    return is(head, 12, "IHDR") && head.limit() >= 24
        ? sized(head.getInt(16), head.getInt(20))
        : sized(0, 0);
  }

  private static PictureHeader jpeg(SeekableByteChannel channel) throws IOException {
    try {
      long at = 2;
      for (int i = 0; i < MOST_PIECES; i++) {
        ByteBuffer piece = read(channel, at, 9);
        if (piece.limit() < 9 || piece.get(0) != (byte) 0xFF) {
          throw new EOFException();
        }
        int marker = piece.get(1) & 0xFF;
        if (marker == 0xFF) {
          at++; // a filling byte
          continue;
        }
        if (isFrame(marker)) {
          return sized(piece.getShort(7) & 0xFFFF, piece.getShort(5) & 0xFFFF);
        }
        at += 2 + (piece.getShort(2) & 0xFFFF);
      }
    } catch (EOFException cutShort) {
      // what there is begins like a picture all the same
    }
    return sized(0, 0);
  }

  /** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static PictureHeader webp(ByteBuffer head) {
    if (head.limit() < 30) {
      return sized(0, 0);
    }
    if (is(head, 12, "VP8X")) {
      return sized(1 + (head.getInt(24) & 0xFFFFFF), 1 + (head.getInt(26) >>> 8 & 0xFFFFFF));
    }
    if (is(head, 12, "VP8L")) {
      int bits = head.getInt(21);
      return sized(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
    }
    return is(head, 12, "VP8 ")
        ? sized(head.getShort(26) & 0x3FFF, head.getShort(28) & 0x3FFF)
        : sized(0, 0);
  }

  private static PictureHeader sized(int width, int height) {
    boolean sound = width > 0 && height > 0;
    return new PictureHeader(sound ? width : 0, sound ? height : 0);
  }
}
