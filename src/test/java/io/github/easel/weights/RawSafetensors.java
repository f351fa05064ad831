package io.github.easel.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Safetensors files, sound or not, byte by byte as tests want them. */
final class RawSafetensors {

  private RawSafetensors() {}

  /** A file of the header and data as given, with the header's true length before it. */
  static Path write(Path file, String header, byte... data) throws IOException {
    return Files.write(file, bytes(header, data));
  }

  static byte[] bytes(String header, byte... data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return withLength(json.length, json, data);
  }

  /** Likewise with any length before the header. */
  static byte[] withLength(long length, byte[] header, byte... data) {
    return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(header)
        .put(data)
        .array();
  }
}
