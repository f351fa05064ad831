package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads what safetensors files say of their tensors; {@link SafetensorsWriter} tells the format.
 * Only the header is read, and all of it is checked against the file's length.
 */
public final class Safetensors {

  /** The format's own limit. */
  private static final long LONGEST_HEADER = 100_000_000;

  private Safetensors() {}

  /**
   * Opens one file.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, or {@code MODEL_FILE_UNUSABLE} if its
   *     header is not sound
   */
  public static TensorFile open(Path file) {
    return WeightFiles.read(file, channel -> open(file, channel));
  }

  /**
   * Opens a model in several files by the index that says which tensor is in which, such as {@code
   * diffusion_pytorch_model.safetensors.index.json}. The files lie in the index's folder.
   *
   * @throws GenerationException as {@link #open}, or if the index names files elsewhere or tensors
   *     that its files lack
   */
  public static TensorFile openIndex(Path index) {
    return SafetensorsIndex.open(index);
  }

  /** Likewise, from whatever holds the file's bytes. */
  static TensorFile open(Path file, SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    if (size < Long.BYTES) {
      throw unusable(file, size == 0 ? "an empty file" : "a file of " + size + " bytes");
    }
    ByteBuffer start = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    WeightFiles.fill(channel, 0, start);
    String elsewhat = FileSignature.of(start);
    long length = start.getLong(0);
    if (length < 0 || length > size - Long.BYTES || length > LONGEST_HEADER) {
      throw unusable(
          file,
          elsewhat.isEmpty()
              ? "a header of %s bytes in a file of %d"
                  .formatted(Long.toUnsignedString(length), size)
              : elsewhat);
    }
    ByteBuffer header = ByteBuffer.allocate((int) length);
    WeightFiles.fill(channel, Long.BYTES, header);
    return new SafetensorsHeader(file, Long.BYTES + length, size).parse(header.array());
  }

  private static GenerationException unusable(Path file, String found) {
    boolean named = file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    return GenerationException.unusable(
        file, named ? "a safetensors file" : "weights, saved by torch or as safetensors,", found);
  }
}
