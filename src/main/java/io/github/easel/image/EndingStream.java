package io.github.easel.image;

import io.github.easel.file.FileReason;
import java.io.File;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.FileImageInputStream;

/**
 * A file's bytes, for a decoder that makes up what is missing behind their end: one that goes on
 * and on there is stopped, or a few bytes that claim a great picture would keep it busy for
 * minutes.
 */
final class EndingStream extends FileImageInputStream {

  /** The decoder of a sound file looks beyond the end some dozens of times. */
  private static final int MOST_LOOKS_BEYOND = 100_000;

  private int looks;

  EndingStream(File file) throws IOException {
    super(file);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next < 0) {
      lookBeyond();
    }
    return next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    if (count < 0) {
      lookBeyond();
    }
    return count;
  }

  private void lookBeyond() throws IIOException {
    looks++;
    if (looks > MOST_LOOKS_BEYOND) {
      throw new IIOException(FileReason.CUT_SHORT.words());
    }
  }
}
