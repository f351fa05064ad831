package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** Opens files of tensors of every kind that is read here. */
public final class TensorFiles {

  private static final int START = 16;

  private TensorFiles() {}

  /**
   * Opens a safetensors file, the index of several, or a checkpoint of torch's. Which of them it is
   * decide its first bytes, since names are not always true; only an index goes by its name, which
   * ends in {@code .index.json}.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code MODEL_FILE_UNUSABLE}
   */
  public static TensorFile open(Path file) {
    if (String.valueOf(file.getFileName()).endsWith(".index.json")) {
      return Safetensors.openIndex(file);
    }
    return WeightFiles.read(file, channel -> open(file, channel));
  }

  /** Likewise, from whatever holds the bytes of what is no index. */
  static TensorFile open(Path file, SeekableByteChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate((int) Math.min(START, channel.size()));
    WeightFiles.fill(channel, 0, start);
    boolean torch = PickleCheckpoint.isZip(start) || PickleCheckpoint.isLegacy(start);
    return torch ? PickleCheckpoint.open(file, channel) : Safetensors.open(file, channel);
  }
}
