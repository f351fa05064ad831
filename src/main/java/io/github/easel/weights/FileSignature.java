package io.github.easel.weights;

import io.github.easel.file.FileReason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** What people get under a model's name instead of the model, known by its first bytes. */
final class FileSignature {

  private FileSignature() {}

  /** What the file is in words, or nothing if its first 8 bytes do not tell. */
  static String of(ByteBuffer start) {
    String text = text(start);
    if (text.startsWith("version ")) {
      return FileReason.LFS_POINTER.words();
    }
    if (text.stripLeading().startsWith("<")) {
      return FileReason.WEB_PAGE.words();
    }
    if (text.startsWith("PK")) {
      return "a ZIP archive";
    }
    if (text.startsWith("GGUF")) {
      return "a GGUF file";
    }
    return isReadable(text) ? FileReason.PLAIN_TEXT.words() : "";
  }

  /** As UTF-8, as far as it is that; the bytes may end within a letter. */
  private static String text(ByteBuffer start) {
    CharBuffer letters = CharBuffer.allocate(start.limit());
    StandardCharsets.UTF_8.newDecoder().decode(start.duplicate().rewind(), letters, false);
    boolean whole = letters.flip().length() > 0;
    boolean marked = whole && letters.get(0) == '\uFEFF';
    return marked ? letters.subSequence(1, letters.length()).toString() : letters.toString();
  }

  /** Lengths of headers have zeros behind them, which no text has. */
  private static boolean isReadable(String text) {
    return text.length() > 1
        && text.chars().allMatch(c -> !Character.isISOControl(c) || Character.isWhitespace(c));
  }
}
