package io.github.easel.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Counts what goes through. */
final class CountingChannel implements WritableByteChannel {

  private final WritableByteChannel out;
  private long count;

  CountingChannel(WritableByteChannel out) {
    this.out = out;
  }

  long count() {
    return count;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int written = out.write(bytes);
    count += written;
    return written;
  }

  @Override
  public boolean isOpen() {
    return out.isOpen();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
