package io.github.easel.metadata;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads numbers that other programs wrote, of any length, in time that does not grow with them. */
final class Numbers {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,3})?");

  private Numbers() {}

  /** The number, or nothing if the text is none. */
  static OptionalDouble decimal(String text) {
    String stripped = text.strip();
    return DECIMAL.matcher(stripped).matches()
        ? OptionalDouble.of(Double.parseDouble(stripped))
        : OptionalDouble.empty();
  }

  /** The whole number, which may be written as 7.0, or nothing if the text is none. */
  static Optional<BigInteger> whole(String text) {
    String stripped = text.strip();
    if (!DECIMAL.matcher(stripped).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(stripped).toBigIntegerExact());
    } catch (ArithmeticException notWhole) {
      return Optional.empty();
    }
  }
}
