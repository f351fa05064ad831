package io.github.easel.gallery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a journal that grows, from where it ended the last time; from its beginning if another file
 * has taken its place, which its first line tells.
 */
final class JournalTail {

  private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);
  private static final int PIECE = 1 << 16;
  private static final int BEGINNING = 128;
  private static final int LONGEST_LINE = 1 << 20;

  private final Path file;
  private MarksState state = new MarksState();
  private byte[] beginning = {};
  private long end;
  private int lines;
  private boolean whole = true;

  JournalTail(Path file) {
    this.file = file;
  }

  MarksState state() {
    return state;
  }

  /** How many lines there are, those that are out of date included. */
  int lines() {
    return lines;
  }

  /** Whether all lines but torn ones were understood, so that nothing is lost by leaving some. */
  boolean isWhole() {
    return whole;
  }

  /** Reads all lines that have ended; false if there are none, or no file. */
  boolean read() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() == 0) {
        return false;
      }
      byte[] now = bytes(channel, 0, BEGINNING);
      int same = Math.min(now.length, beginning.length);
      if (channel.size() < end || !Arrays.equals(now, 0, same, beginning, 0, same)) {
        state = new MarksState();
        end = 0;
        lines = 0;
        whole = true;
      }
      beginning = now;
      int before = lines;
      readLines(channel);
      return lines > before;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static byte[] bytes(FileChannel channel, long from, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, from + bytes.position());
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void readLines(FileChannel channel) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long at = end;
    for (byte[] piece = bytes(channel, at, PIECE);
        piece.length > 0;
        piece = bytes(channel, at, PIECE)) {
      int from = 0;
      for (int i = 0; i < piece.length; i++) {
        if (piece[i] == '\n') {
          add(line, piece, from, i);
          apply(line.toByteArray());
          line.reset();
          from = i + 1;
          end = at + from;
        }
      }
      add(line, piece, from, piece.length);
      at += piece.length;
    }
  }

  /** What is longer than any line of ours is damage; its first bytes are enough to tell. */
  private static void add(ByteArrayOutputStream line, byte[] piece, int from, int to) {
    if (line.size() < LONGEST_LINE) {
      line.write(piece, from, to - from);
    }
  }

  private void apply(byte[] bytes) {
    lines++;
    Optional<MarksLine.Read> read = MarksLine.read(bytes);
    if (read.isEmpty()) {
      LOG.warn("{} has a line that cannot be read; it is passed over", file);
      return;
    }
    MarksLine line = read.get().line();
    whole &= read.get().whole();
    whole &= !(line instanceof MarksLine.Head head) || head.format() <= MarksLine.FORMAT;
    state.apply(line);
  }
}
