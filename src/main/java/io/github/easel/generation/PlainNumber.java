package io.github.easel.generation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers with a point, without exponents and without zeros at their end. */
public final class PlainNumber {

  private PlainNumber() {}

  /** The shortest decimal that is read as this number again. */
  public static String of(double number) {
    return of(new BigDecimal(Double.toString(number)));
  }

  /** The number, exactly. */
  public static String of(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The number rounded to some decimals, halves to the even neighbour. */
  public static String rounded(double number, int decimals) {
    return of(new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN));
  }
}
