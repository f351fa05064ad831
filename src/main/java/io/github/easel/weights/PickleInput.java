package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of a pickle within a file. No length that they claim is believed. */
final class PickleInput {

  private static final int BUFFER = 1 << 15;
  private static final int LONGEST_LINE = 1000;
  private static final int LONGEST_TEXT = 1 << 20;

  private final Path file;
  private final SeekableByteChannel channel;
  private final long end;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);

  /** Where in the file the buffer's limit is. */
  private long filled;

  /**
   * @param from where the pickle begins
   * @param to where it must have ended
   */
  PickleInput(Path file, SeekableByteChannel channel, long from, long to) {
    this.file = file;
    this.channel = channel;
    this.filled = from;
    this.end = to;
  }

  /** Where in the file the next byte is. */
  long position() {
    return filled - buffer.remaining();
  }

  int octet() throws IOException {
    need(1);
    return buffer.get() & 0xFF;
  }

  int unsigned16() throws IOException {
    need(Short.BYTES);
    return buffer.getShort() & 0xFFFF;
  }

  int signed32() throws IOException {
    need(Integer.BYTES);
    return buffer.getInt();
  }

  long unsigned32() throws IOException {
    return Integer.toUnsignedLong(signed32());
  }

  long signed64() throws IOException {
    need(Long.BYTES);
    return buffer.getLong();
  }

  /** A text of so many bytes in UTF-8; what is no UTF-8 becomes replacement characters. */
  String text(long length) throws IOException {
    requireRoom(length);
    if (length > LONGEST_TEXT) {
      throw unusable("a text of " + length + " bytes");
    }
    byte[] bytes = new byte[(int) length];
    int done = 0;
    while (done < bytes.length) {
      need(1);
      int count = Math.min(buffer.remaining(), bytes.length - done);
      buffer.get(bytes, done, count);
      done += count;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A text up to the end of the line. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = octet(); octet != '\n'; octet = octet()) {
      if (line.length() == LONGEST_LINE) {
        throw unusable("a name of more than " + LONGEST_LINE + " letters");
      }
      line.append((char) octet);
    }
    return line.toString();
  }

  void skip(long length) throws IOException {
    requireRoom(length);
    long target = position() + length;
    if (length <= buffer.remaining()) {
      buffer.position(buffer.position() + (int) length);
    } else {
      buffer.clear().limit(0);
      filled = target;
    }
  }

  GenerationException unusable(String found) {
    return GenerationException.unusable(file, "a checkpoint as torch saves it", found);
  }

  private void requireRoom(long length) {
    if (length < 0 || length > end - position()) {
      throw unusable(
          "a pickle with %s bytes where %d are left"
              .formatted(Long.toUnsignedString(length), end - position()));
    }
  }

  private void need(int count) throws IOException {
    if (buffer.remaining() >= count) {
      return;
    }
    if (count > end - position()) {
      throw unusable("a pickle that ends too soon");
    }
    buffer.compact();
    long room = Math.min(buffer.remaining(), end - filled);
    ByteBuffer next = buffer.slice(buffer.position(), (int) room);
    WeightFiles.fill(channel, filled, next);
    buffer.position(buffer.position() + (int) room).flip();
    filled += room;
  }
}
