package io.github.easel.weights;

import io.github.easel.file.FileReason;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Opening files of tensors, and saying in words why that fails. */
final class WeightFiles {

  private static final int PIECE = 1 << 20;
  private static final int LONGEST_NAME = 120;

  /** Reads from an open file. */
  @FunctionalInterface
  interface Reading<T> {
    T from(SeekableByteChannel channel) throws IOException;
  }

  private WeightFiles() {}

  /**
   * What the reading makes of the file.
   *
   * @throws GenerationException if the file is missing, no ordinary file or cannot be read
   */
  static <T> T read(Path file, Reading<T> reading) {
    try {
      requireOrdinary(file);
      try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
        return reading.from(channel);
      }
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    }
  }

  /** Opening a pipe would wait for its other end, and devices have no end. */
  private static void requireOrdinary(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw GenerationException.unreadable(file, FileReason.FOLDER.words(), null);
    }
    if (!attributes.isRegularFile()) {
      throw GenerationException.unreadable(file, "it is no ordinary file", null);
    }
  }

  /**
   * Fills the buffer from a place in the file.
   *
   * @throws EOFException if the file ends before
   */
  static void fill(SeekableByteChannel channel, long position, ByteBuffer buffer)
      throws IOException {
    channel.position(position);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    }
    buffer.flip();
  }

  /**
   * Passes bytes of a file on, a megabyte at a time.
   *
   * @throws IOException only if they cannot be written
   */
  static void copy(
      Path file, long from, long count, WritableByteChannel out, Cancellation cancellation)
      throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, count));
    for (long done = 0; done < count; done += PIECE) {
      cancellation.check();
      long at = done;
      ByteBuffer wanted = piece.clear().limit((int) Math.min(PIECE, count - done));
      read(
          file,
          channel -> {
            fill(channel, from + at, wanted);
            return wanted;
          });
      while (wanted.hasRemaining()) {
        out.write(wanted);
      }
    }
  }

  /** A name out of a file as it may stand in a sentence: short, and without control characters. */
  static String quoted(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    boolean fits = plain.length() <= LONGEST_NAME;
    return "“" + (fits ? plain : plain.substring(0, LONGEST_NAME) + "…") + "”";
  }
}
