package io.github.easel.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Compares the names that people and programs type. */
public final class Names {

  private Names() {}

  /** A constant's name as people type it: {@code no-norm}. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant whose {@linkplain #label label} that is, whatever its case and spacing. */
  static <E extends Enum<E>> Optional<E> find(E[] constants, String name) {
    String wanted = fold(name);
    return Arrays.stream(constants).filter(one -> fold(one.name()).equals(wanted)).findFirst();
  }

  /**
   * What is left of a name when its case, spacing and punctuation do not count: {@code DPM++ 2M},
   * {@code dpmpp_2m} and {@code dpm++2m} are the same.
   */
  public static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace("++", "pp").replaceAll("[\\s_.-]", "");
  }
}
