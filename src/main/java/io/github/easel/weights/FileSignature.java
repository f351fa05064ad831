package io.github.easel.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What people get under a model's name instead of the model, known by its first bytes. */
final class FileSignature {

  private FileSignature() {}

  /** What the file is in words, or nothing if its first 8 bytes do not tell. */
  static String of(ByteBuffer start) {
    String text = StandardCharsets.ISO_8859_1.decode(start.duplicate().rewind()).toString();
    if (text.startsWith("version ")) {
      return "a Git LFS pointer, which only says where the file is; download the file itself";
    }
    if (text.startsWith("<")) {
      return "a web page; download the file itself";
    }
    if (text.startsWith("PK")) {
      return "a ZIP archive";
    }
    if (text.startsWith("GGUF")) {
      return "a GGUF file";
    }
    return "";
  }
}
