package io.github.easel.tokenizer;

import java.nio.charset.StandardCharsets;

/**
 * The visible characters that stand for bytes in a byte-level BPE vocabulary (Radford et al. 2019,
 * "Language models are unsupervised multitask learners", section 2.2): printable Latin-1 characters
 * stand for their own codes, all other bytes take the characters from U+0100 up, in order.
 */
final class ByteSymbols {

  static final int BYTES = 256;

  /** What marks a symbol at the end of a word. */
  static final String END_OF_WORD = "</w>";

  private static final char[] SYMBOLS = symbols();

  private ByteSymbols() {}

  static String of(int value) {
    return String.valueOf(SYMBOLS[value]);
  }

  /** The bytes of a text, each 0 to 255; a surrogate without its partner becomes "?". */
  static int[] bytes(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int[] values = new int[utf8.length];
    for (int i = 0; i < utf8.length; i++) {
      values[i] = Byte.toUnsignedInt(utf8[i]);
    }
    return values;
  }

  private static char[] symbols() {
    char[] symbols = new char[BYTES];
    char next = BYTES;
    for (char value = 0; value < BYTES; value++) {
      boolean printable =
          (value >= '!' && value <= '~')
              || (value >= '\u00a1' && value <= '\u00ac')
              || (value >= '\u00ae' && value <= '\u00ff');
      symbols[value] = printable ? value : next++;
    }
    return symbols;
  }
}
